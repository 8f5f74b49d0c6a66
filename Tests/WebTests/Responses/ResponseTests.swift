import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("Answers")
struct ResponseTests {
    private static let routes = [
        Route.get("/", .anyone, "首页") { request, _ in
            .page(
                Page(
                    "端州区政务服务网",
                    body: "<h1>您想办什么事？</h1>\(Form(action: "/x", token: request.csrf, submit: "好").html)"))
        },
        Route.get("/long", .anyone, "长") { _, _ in .text(String(repeating: "端州区政务服务", count: 200)) },
        Route.get("/go", .anyone, "去") { request, _ in
            .redirect(next: request.query("next"), otherwise: "/home")
        },
        Route.get("/file", .anyone, "文件") { _, _ in
            .file(Array("<script>".utf8), name: "营业执照 \"副本\"\r\n.html", contentType: "text/html")
        },
        Route.get("/cookie", .anyone, "饼干") { _, _ in
            WebResponse.noContent.cookie(SetCookie("session", "abc", maxAgeSeconds: 60))
        },
    ]

    private func get(
        _ uri: String, _ headers: HTTPFields = [:], settings: WebSettings = Installation.settings()
    ) async throws -> TestResponse {
        let answer = Box<TestResponse?>(nil)
        try await Installation.test(Self.routes, settings: settings) { client in
            try await client.execute(uri: uri, method: .get, headers: headers) { answer.value = $0 }
        }
        return try #require(answer.value)
    }

    @Test(
        "Every answer forbids what pages do not need",
        arguments: ["/", "/nowhere", "/long", "/api/v1/nowhere", "/assets/x.css"])
    func headers(_ uri: String) async throws {
        let headers = try await get(uri).headers
        let policy = try #require(headers[named: "Content-Security-Policy"])
        #expect(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        for name in ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Request-ID"] {
            #expect(headers[named: name] != nil)
        }
    }

    @Test("A first visit gets a cookie that scripts and other sites cannot use; Secure over https")
    func visit() async throws {
        let first = try #require(try await get("/").headers[.setCookie])
        #expect(first.hasPrefix("visit=") && first.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        #expect(try await get("/", [.cookie: "visit=\(Installation.visit)"]).headers[.setCookie] == nil)
        var settings = Installation.settings()
        settings.isHTTPS = true
        #expect(
            try await get("/cookie", settings: settings).headers[.setCookie]
                == "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
        #expect(try await get("/", settings: settings).headers[.strictTransportSecurity] != nil)
    }

    @Test("A page carries the token of its visit, and what belongs to a person is not stored")
    func token() async throws {
        let page = try await get("/", [.cookie: "visit=\(Installation.visit)"])
        #expect(page.text.contains("value=\"\(Installation.token)\""))
        #expect(page.headers[.cacheControl] == "private, no-cache")
        let mine = try await get("/", [try #require(.init("X-Account")): "1"])
        #expect(mine.headers[.cacheControl] == "no-store")
        #expect(mine.text.contains("陈静") && mine.text.contains("退出") && mine.text.contains("我的办件"))
        #expect(!page.text.contains("我的办件"))
    }

    @Test(
        "Nobody is sent to another site",
        arguments: ["https://evil.example", "//evil.example", "/%5Cevil.example", "/a%0d%0ab", "evil"])
    func elsewhere(_ next: String) async throws {
        #expect(try await get("/go?next=\(next)").headers[.location] == "/home")
    }

    @Test("A page of ours is gone back to, in ASCII")
    func back() async throws {
        #expect(try await get("/go?next=/a%3Fq=%E9%A4%90%26b").headers[.location] == "/a?q=%E9%A4%90&b")
        let elder = try await get("/display/elder?next=/long")
        #expect(
            elder.headers[.location] == "/long"
                && elder.headers[.setCookie]?.hasPrefix("display=elder") == true)
        #expect(try await get("/", [.cookie: "display=elder"]).text.contains("class=\"hall elder\""))
    }

    @Test("A file cannot run as a page of ours, whatever its name and type say")
    func file() async throws {
        let headers = try await get("/file").headers
        #expect(headers[named: "Content-Security-Policy"]?.contains("sandbox") == true)
        let disposition = try #require(headers[named: "Content-Disposition"])
        #expect(disposition.hasPrefix("attachment; filename=\"") && !disposition.contains("\r"))
        #expect(disposition.contains("filename*=UTF-8''%E8%90%A5"))
    }

    @Test("Long text is compressed for whoever takes it", arguments: ["gzip", "br, gzip;q=0.5", "*"])
    func compressed(_ accept: String) async throws {
        let answer = try await get("/long", [.acceptEncoding: accept])
        #expect(answer.headers[.contentEncoding] == "gzip" && answer.headers[.vary] == "Accept-Encoding")
        #expect(answer.body.readableBytes < 200)
        #expect(Array(answer.body.readableBytesView.prefix(2)) == [0x1f, 0x8b])
    }

    @Test("And for nobody else", arguments: ["", "br", "gzip;q=0", "gzip; q=0.0"])
    func plain(_ accept: String) async throws {
        #expect(try await get("/long", [.acceptEncoding: accept]).headers[.contentEncoding] == nil)
    }

    @Test("Assets are named after what they hold and kept for a year")
    func assets() async throws {
        let url = Asset.url("minben.css")
        #expect(url.wholeMatch(of: /\/assets\/minben\.[0-9a-f]{12}\.css/) != nil)
        let answer = try await get(url, [.acceptEncoding: "gzip"])
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(answer.headers[.contentEncoding] == "gzip" && answer.body.readableBytes < 12_000)
        #expect(try await get(url).text.contains(":root"))
        #expect(try await get("/assets/minben.css").status == .notFound)
    }
}
