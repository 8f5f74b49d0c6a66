import HTTPTypes
import HummingbirdTesting
import Testing
import WorkingTime

@testable import Web

@Suite("One page has one address in memory")
struct PageAddressTests {
    private let made = Box(0)
    private let cache = PageCache(settings: Installation.settings(), maximumBytes: 400_000)

    private var route: Route {
        let (made, cache) = (made, cache)
        return Route.get("/sites/{site}", .anyone, "站点") { request, _ in
            try await cache.answer(request, asking: ["after"]) { request in
                made.change { $0 += 1 }
                let site = try request.parameter("site")
                return .page(
                    Page(site, body: "<p>\(request.uri)</p>\(Pager(next: "next", of: request).html)"),
                    shows: [site])
            }
        }
    }

    private func look(_ uris: [String], _ fields: HTTPFields = [:]) async throws -> [TestResponse] {
        let answers = Box<[TestResponse]>([])
        try await Installation.test([route]) { client in
            for uri in uris {
                try await client.execute(uri: uri, method: .get, headers: fields) { answers.value.append($0) }
            }
        }
        return answers.value
    }

    @Test("what somebody writes into an address is on nobody's page, and makes no other page")
    func poisoning() async throws {
        let answers = try await look([
            "/sites/a?utm_source=evil&after=&x=%3Cscript%3E", "/sites/a", "/sites/a?evil", "/sites/a?&&",
            "/sites/%61",
        ])
        #expect(made.value == 1 && Set(answers.map(\.text)).count == 1)
        #expect(!answers[0].text.contains("evil") && answers[0].text.contains("<p>/sites/a</p>"))
    }

    @Test("slashes too many lead to the same page, and none of them stands on it")
    func slashes() async throws {
        let answers = try await look(["/sites//a", "//sites/a", "/sites/a/", "/sites/a"])
        #expect(answers.allSatisfy { $0.status == .ok } && made.value == 1)
        #expect(Set(answers.map(\.text)).count == 1 && !answers[0].text.contains("next=%2F%2F"))
    }

    @Test(
        "dots and encoded slashes lead nowhere but to what the parameter says",
        arguments: ["/sites/%2e%2e", "/sites/a%2Fb", "/sites/..%2f..%2fdesk"])
    func dots(_ uri: String) async throws {
        let answer = try #require(try await look([uri]).first)
        #expect(answer.status == .ok && answer.text.contains("<p>\(WebRequest.tidied(uri))</p>"))
        #expect(!WebRequest.tidied(uri).dropFirst("/sites/".count).contains("/"))
    }

    @Test("what the page does read makes another page, whatever stands around it")
    func known() async throws {
        let answers = try await look(["/sites/a?after=1&x=2", "/sites/a?x=3&after=1", "/sites/a?after=2"])
        #expect(made.value == 2 && answers[0].text == answers[1].text && answers[0].text != answers[2].text)
    }

    @Test("a host that somebody makes up, and an address with one in it, change nothing")
    func hosts() async throws {
        let honest = try #require(try await look(["/sites/a"]).first)
        let forged: HTTPFields = [
            .init("X-Forwarded-Host") ?? .accept: "evil.example", .init("X-Original-URL") ?? .accept: "/desk",
            .init("X-Rewrite-URL") ?? .accept: "/desk", .init("Forwarded") ?? .accept: "host=evil.example",
        ]
        #expect(try await look(["/sites/a"], forged).first?.text == honest.text)
        #expect(made.value == 1)
    }

    @Test("who is signed in neither fills the memory nor is served from it")
    func signedIn() async throws {
        _ = try await look(["/sites/a"], .signedIn("1"))
        #expect(cache.heldBytes == 0)
        _ = try await look(["/sites/a"])
        let mine = try #require(try await look(["/sites/a"], .signedIn("1")).first)
        #expect(mine.text.contains("陈静") && made.value == 3)
        #expect(try await look(["/sites/a"]).first?.text.contains("陈静") == false)
    }

    @Test("a flood of addresses pushes out itself, and not what people read")
    func flood() async throws {
        var uris: [String] = []
        for number in 0..<400 { uris += ["/sites/flood\(number)", "/sites/read"] }
        _ = try await look(uris)
        #expect(made.value == 401 && cache.heldBytes <= 400_000)
    }

    @Test("a drop takes the pages that show the thing, and no others")
    func exact() async throws {
        _ = try await look(["/sites/a", "/sites/b"])
        cache.drop("a")
        _ = try await look(["/sites/a", "/sites/b"])
        #expect(made.value == 3)
    }

    @Test("a document for machines is kept like a page, with its own media type")
    func documents() async throws {
        let (made, cache) = (made, cache)
        let route = Route.get("/feed", .anyone, "订阅") { request, _ in
            try await cache.answer(request) { _ in
                made.change { $0 += 1 }
                return .document("<feed/>", media: "application/atom+xml", shows: ["feed"])
            }
        }
        try await Installation.test([route]) { client in
            for _ in 1...2 {
                let answer = try await client.execute(uri: "/feed?x", method: .get)
                #expect(answer.headers[.contentType] == "application/atom+xml" && answer.text == "<feed/>")
                #expect(answer.headers[.eTag]?.hasPrefix("\"") == true)
            }
        }
        #expect(made.value == 1)
    }

    @Test("the two forms of a page have two tags, and whoever has either is told so")
    func tags() async throws {
        let zipped = try #require(try await look(["/sites/a"], [.acceptEncoding: "gzip"]).first)
        let plain = try #require(try await look(["/sites/a"]).first)
        let tags = [zipped, plain].compactMap { $0.headers[.eTag] }
        #expect(Set(tags).count == 2 && zipped.headers[.contentEncoding] == "gzip")
        for tag in tags {
            #expect(try await look(["/sites/a"], [.ifNoneMatch: tag]).first?.status == .notModified)
        }
    }
}
