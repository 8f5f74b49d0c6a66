import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import WorkingTime

@testable import Web

@Suite("The page cache")
struct PageCacheTests {
    private let made = Box(0)
    private let cache = PageCache(settings: Installation.settings())

    private var routes: [Route] {
        let (made, cache) = (made, cache)
        return [
            Route.get("/services", .anyone, "找服务") { request, _ in
                try await cache.page(request, shows: ["services"]) {
                    made.value += 1
                    return Page("找服务", body: "<h1>\(made.value)</h1>")
                }
            },
            Route.get("/letter", .anyone, "写信") { request, _ in
                try await cache.page(request, shows: []) {
                    made.value += 1
                    return Page("写信", body: request.csrf.field)
                }
            },
        ]
    }

    private func times(_ uri: String, _ headers: [HTTPFields], between: @escaping @Sendable () -> Void = {})
        async throws -> [TestResponse]
    {
        let answers = Box<[TestResponse]>([])
        try await Installation.test(routes) { client in
            for header in headers {
                try await client.execute(uri: uri, method: .get, headers: header) { answers.value.append($0) }
                between()
            }
        }
        return answers.value
    }

    @Test("A page is made once, and made anew when what it shows has changed")
    func dropped() async throws {
        _ = try await times("/services", [[:], [:]])
        #expect(made.value == 1)
        cache.drop("news")
        _ = try await times("/services", [[:]])
        #expect(made.value == 1)
        cache.drop("services")
        _ = try await times("/services", [[:]])
        #expect(made.value == 2)
    }

    @Test("Twenty visitors who come at once after a start have the page made once")
    func crowd() async throws {
        let (made, asked, cache) = (made, Box(0), cache)
        let route = Route.get("/", .anyone, "首页") { request, _ in
            asked.change { $0 += 1 }
            return try await cache.page(request, shows: []) {
                while asked.value < 20 { await Task.yield() }
                made.change { $0 += 1 }
                return Page("首页", body: "<h1>首页</h1>")
            }
        }
        try await Installation.test([route]) { client in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...20 {
                    group.addTask {
                        let answer = try await client.execute(uri: "/", method: .get)
                        #expect(String(buffer: answer.body).contains("<h1>首页</h1>"))
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(made.value == 1)
    }

    @Test("A page with figures is made anew when it has become too old")
    func old() async throws {
        let (made, cache) = (made, cache)
        let route = Route.get("/", .anyone, "首页") { request, _ in
            try await cache.page(request, shows: [], keptSeconds: 0) {
                made.value += 1
                return Page("首页", body: "<h1>\(made.value)</h1>")
            }
        }
        try await Installation.test([route]) { client in
            for _ in 1...2 { try await client.execute(uri: "/", method: .get) { _ in } }
        }
        #expect(made.value == 2)
    }

    @Test("A page is made anew when the clock was set back, and not kept until it has caught up")
    func clockSetBack() async throws {
        let (made, cache, clock) = (made, cache, Box(Installation.now))
        var settings = Installation.settings()
        settings.now = { clock.value }
        let route = Route.get("/", .anyone, "首页") { request, _ in
            try await cache.page(request, shows: [], keptSeconds: 60) {
                made.value += 1
                return Page("首页", body: "<h1>\(made.value)</h1>")
            }
        }
        try await Installation.test([route], settings: settings) { client in
            try await client.execute(uri: "/", method: .get) { _ in }
            clock.value = clock.value.adding(seconds: -3_600)
            for _ in 1...2 { try await client.execute(uri: "/", method: .get) { _ in } }
        }
        #expect(made.value == 2)
    }

    @Test("A page that changed while it was being made is not kept")
    func race() async throws {
        let (made, cache) = (made, cache)
        let route = Route.get("/services", .anyone, "找服务") { request, _ in
            try await cache.page(request, shows: ["services"]) {
                made.value += 1
                if made.value == 1 { cache.drop("services") }
                return Page("找服务", body: "<h1>\(made.value)</h1>")
            }
        }
        try await Installation.test([route]) { client in
            for _ in 1...3 { try await client.execute(uri: "/services", method: .get) { _ in } }
        }
        #expect(made.value == 2)
    }

    @Test("Addresses made up by adding to the query do not fill the memory")
    func bounded() async throws {
        let cache = PageCache(settings: Installation.settings(), maximumBytes: 60_000)
        let route = Route.get("/services", .anyone, "找服务") { request, _ in
            try await cache.page(request, shows: []) { Page("找服务", body: "<h1>找服务</h1>") }
        }
        try await Installation.test([route]) { client in
            for number in 1...100 {
                try await client.execute(uri: "/services?\(number)", method: .get) {
                    #expect($0.status == .ok)
                }
                #expect(cache.heldBytes <= 60_000)
            }
        }
        #expect(cache.heldBytes > 0)
        cache.dropAll()
        #expect(cache.heldBytes == 0)
    }

    @Test("Whoever has the page already gets 304; the elder version is another page")
    func notModified() async throws {
        let first = try #require(try await times("/services", [[.acceptEncoding: "gzip"]]).first)
        let tag = try #require(first.headers[.eTag])
        #expect(
            tag.hasPrefix("\"") && first.headers[.contentEncoding] == "gzip"
                && first.headers[.setCookie] == nil)
        let again = try await times(
            "/services",
            [
                [.ifNoneMatch: "\"x\", \(tag)"], [.ifNoneMatch: "W/\(tag)"],
                [.ifNoneMatch: tag, .cookie: "display=elder"],
            ])
        #expect(again.map(\.status) == [.notModified, .notModified, .ok])
        #expect(again[0].body.readableBytes == 0)
    }

    @Test("Who is signed in, and a page with a form token, get pages of their own")
    func personal() async throws {
        let mine = try await times("/services", [.signedIn("1"), .signedIn("1")])
        #expect(made.value == 2 && mine[0].text.contains("陈静") && mine[0].headers[.eTag] == nil)
        let letters = try await times("/letter", [[:], [:]])
        #expect(letters[0].text != letters[1].text && made.value == 4)
    }
}
