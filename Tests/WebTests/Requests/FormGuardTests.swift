import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("Forms from elsewhere")
struct FormGuardTests {
    private let routes = [
        Route.post("/letters", .anyone, journal: "letter.sent", "写信") { request, _ in
            .text(try await request.form()["text"] ?? "")
        },
        Route.post("/sign-out", .anyone, journal: "session.ended", "退出") { _, _ in .redirect(to: "/") },
        Route.post("/api/v1/letters", .anyone, journal: "letter.sent", "写信") { _, _ in .noContent },
    ]

    private func post(
        _ body: String, _ extra: [String: String] = [:], to uri: String = "/letters",
        headers: HTTPFields = Installation.formHeaders
    ) async throws -> (Int, String) {
        var headers = headers
        for (name, value) in extra { headers[named: name] = value }
        let answer = Box((0, ""))
        let sent = headers
        try await Installation.test(routes) { client in
            let buffer = ByteBuffer(string: body)
            try await client.execute(uri: uri, method: .post, headers: sent, body: buffer) {
                answer.value = ($0.status.code, $0.text)
            }
        }
        return answer.value
    }

    @Test(
        "A form without our token is refused, and nothing it says is shown",
        arguments: ["", "&_csrf=", "&_csrf=forged"])
    func refused(_ token: String) async throws {
        let (status, text) = try await post("text=secret\(token)")
        #expect(status == 403)
        #expect(text.contains("表单已过期，请返回重试。") && !text.contains("secret"))
    }

    @Test("Another browser's token is refused")
    func anotherVisit() async throws {
        let headers: HTTPFields = [
            .cookie: "visit=\(String(repeating: "w", count: 43))",
            .contentType: "application/x-www-form-urlencoded",
        ]
        #expect(try await post("text=a&_csrf=\(Installation.token)", headers: headers).0 == 403)
    }

    @Test("A token in the query does not count, nor does a body of another type")
    func elsewhere() async throws {
        #expect(try await post("text=a", to: "/letters?_csrf=\(Installation.token)").0 == 403)
        #expect(try await post("_csrf=\(Installation.token)", ["Content-Type": "text/plain"]).0 == 403)
    }

    @Test("A handler that never reads its form is guarded as well")
    func unread() async throws {
        #expect(try await post("", to: "/sign-out").0 == 403)
        #expect(try await post("_csrf=\(Installation.token)", to: "/sign-out").0 == 303)
    }

    @Test(
        "A form sent from another site is refused even with a token",
        arguments: [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
            ("Origin", "https://evil.example"), ("Origin", "null"),
        ])
    func crossSite(_ header: (String, String)) async throws {
        #expect(try await post("_csrf=\(Installation.token)&text=a", [header.0: header.1]).0 == 403)
    }

    @Test(
        "Our own form is taken",
        arguments: [[:], ["Origin": "http://localhost"], ["Sec-Fetch-Site": "same-origin"]])
    func taken(_ extra: [String: String]) async throws {
        let (status, text) = try await post(
            "text=%E9%A4%90%0D%0A%E9%A5%AE+&_csrf=\(Installation.token)", extra)
        #expect(status == 200)
        #expect(text == "餐\n饮")
    }

    @Test("The token may stand in a header, where no other site can put it")
    func header() async throws {
        #expect(try await post("text=a", ["X-CSRF-Token": Installation.token]).1 == "a")
    }

    @Test("A program with a bearer token needs no form token; a browser's cookie alone is not enough")
    func api() async throws {
        let api = "/api/v1/letters"
        #expect(try await post("{}", ["Authorization": "Bearer x"], to: api).0 == 204)
        #expect(try await post("{}", to: api, headers: [:]).0 == 204)
        #expect(try await post("{}", to: api).0 == 403)
        #expect(try await post("{}", ["Sec-Fetch-Site": "same-origin"], to: api).0 == 204)
    }
}
