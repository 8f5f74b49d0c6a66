import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("Requests")
struct RequestTests {
    struct Letter: Codable {
        struct Part: Codable { let name: String }
        let title: String
        let parts: [Part]
    }

    private let routes = [
        Route.get("/cases/{number}/{part}", .anyone, "办件") { request, _ in
            .text(
                "\(try request.parameter("number"))|\(try request.parameter("part"))|\(request.query("q") ?? "-")"
            )
        },
        Route.get("/address", .anyone, "地址") { request, _ in .text(request.address) },
        Route.post("/api/v1/letters", .anyone, journal: "letter.sent", "写信") { request, _ in
            try .json(try await request.json(Letter.self), status: .created)
        },
        Route.post("/api/v1/forms", .anyone, journal: "form.sent", "表单") { request, _ in
            .text(try await request.form().names.joined(separator: ","))
        },
    ]

    @Test(
        "What cannot be read is refused with 400",
        arguments: [
            "/cases/1/%zz", "/cases/1/%E9%A4", "/cases/1/%00", "/cases/1/a?q=%ff", "/cases/1/a?q=%",
            "/cases/%c0%af/b",
        ])
    func unreadable(_ uri: String) async throws {
        try await Installation.test(routes) { client in
            try await client.execute(uri: uri, method: .get) {
                #expect($0.status == .badRequest)
                #expect($0.text.contains("无法识别的字符"))
            }
        }
    }

    @Test("Parameters are decoded, and a plus is a blank in the query only")
    func decoded() async throws {
        try await Installation.test(routes) { client in
            try await client.execute(uri: "/cases/a%2Fb/c+d?q=%E9%A4%90+1&q=2", method: .get) {
                #expect($0.text == "a/b|c+d|餐 1")
            }
        }
    }

    @Test(
        "A JSON document that does not fit names the member",
        arguments: [
            (#"{"parts":[]}"#, 422, "title"), (#"{"title":1,"parts":[]}"#, 422, "title"),
            (#"{"title":null,"parts":[]}"#, 422, "title"),
            (#"{"title":"a","parts":[{"name":"x"},{"name":2}]}"#, 422, "parts.1.name"),
            (#"{"title":"a\u0000","parts":[]}"#, 400, ""), ("{", 400, ""), ("\u{FF}", 400, ""), ("", 400, ""),
        ])
    func jsonErrors(_ body: String, _ status: Int, _ field: String) async throws {
        try await Installation.test(routes) { client in
            let sent = ByteBuffer(string: body)
            let headers: HTTPFields = [.contentType: "application/json"]
            try await client.execute(uri: "/api/v1/letters", method: .post, headers: headers, body: sent) {
                #expect($0.status.code == status)
                #expect(field.isEmpty || $0.text.contains("\"field\":\"\(field)\""))
            }
        }
    }

    @Test("A body over 1 MB is refused with 413, whatever its length header says")
    func tooLarge() async throws {
        try await Installation.test(routes) { client in
            let sent = ByteBuffer(repeating: UInt8(ascii: "a"), count: (1 << 20) + 1)
            for (uri, type) in [
                ("letters", "application/json"), ("forms", "application/x-www-form-urlencoded"),
            ] {
                let headers: HTTPFields = [.contentType: type]
                try await client.execute(uri: "/api/v1/\(uri)", method: .post, headers: headers, body: sent) {
                    #expect($0.status == .contentTooLarge)
                }
            }
        }
    }

    @Test("Invalid UTF-8 in a body is refused")
    func invalidBody() async throws {
        try await Installation.test(routes) { client in
            let sent = ByteBuffer(
                bytes: Array("{\"title\":\"".utf8) + [0xff, 0xfe] + Array("\",\"parts\":[]}".utf8))
            let headers: HTTPFields = [.contentType: "application/json"]
            try await client.execute(uri: "/api/v1/letters", method: .post, headers: headers, body: sent) {
                #expect($0.status == .badRequest)
            }
        }
    }

    @Test(
        "Only proxies of our own are believed about where a request comes from",
        arguments: [
            ("203.0.113.9", ["local"], "203.0.113.9"), ("203.0.113.9", [], "local"),
            ("1.2.3.4, 203.0.113.9, 10.0.0.1", ["local", "10.0.0.1"], "203.0.113.9"),
            ("<script>", ["local"], "local"), ("", ["local"], "local"),
        ])
    func address(_ forwarded: String, _ trusted: [String], _ expected: String) async throws {
        var settings = Installation.settings()
        settings.trustedProxies = Set(trusted)
        var headers: HTTPFields = [:]
        headers[named: "X-Forwarded-For"] = forwarded
        let sent = headers
        try await Installation.test(routes, settings: settings) { client in
            try await client.execute(uri: "/address", method: .get, headers: sent) {
                #expect($0.text == expected)
            }
        }
    }

    @Test("The rows of a table come back without the empty ones")
    func rows() {
        let form = FormData([
            ("p.10.name", "乙"), ("p.0.name", "甲"), ("p.0.post", ""), ("p.2.name", " "), ("q.1.name", "丙"),
        ])
        #expect(form.rows("p", columns: ["name", "post"]).map { $0["name"] } == ["甲", "乙"])
    }
}
