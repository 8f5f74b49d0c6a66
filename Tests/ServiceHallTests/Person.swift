import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// Somebody at a browser: keeps the cookie of the visit and sends the form's token along.
actor Person {
    private let name: String?
    private let client: any TestClientProtocol
    private var visit = ""
    private var token = ""

    init(_ name: String?, _ client: any TestClientProtocol) {
        self.name = name
        self.client = client
    }

    func get(_ path: String) async throws -> TestResponse {
        let response = try await send(path, .get, nil, ByteBuffer())
        if let cookie = response.headers[.setCookie]?.split(separator: ";").first { visit = String(cookie) }
        if let found = response.text.firstMatch(of: /name="_csrf" value="([^"]+)"/) {
            token = String(found.1)
        }
        return response
    }

    func post(_ path: String, _ fields: [(String, String)] = []) async throws -> TestResponse {
        if token.isEmpty { _ = try await get("/services/kbcyd") }
        let body = ([("_csrf", token)] + fields).map { "\($0.0.formEncoded)=\($0.1.formEncoded)" }
        return try await send(
            path, .post, "application/x-www-form-urlencoded",
            ByteBuffer(string: body.joined(separator: "&")))
    }

    func upload(_ path: String, _ field: String, name: String, _ content: String) async throws -> TestResponse
    {
        try await upload(path, field, name: name, bytes: Array(content.utf8))
    }

    func upload(
        _ path: String, _ field: String, name: String, bytes: [UInt8]
    ) async throws -> TestResponse {
        let line = "\r\n"
        let head =
            "--b\(line)Content-Disposition: form-data; name=\"_csrf\"\(line)\(line)\(token)\(line)"
            + "--b\(line)Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\(line)\(line)"
        var body = ByteBuffer(string: head)
        body.writeBytes(bytes)
        body.writeString("\(line)--b--\(line)")
        return try await send(path, .post, "multipart/form-data; boundary=b", body)
    }

    /// A page that can carry files, sent without any.
    func fields(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
        let parts = ([("_csrf", token)] + fields).map { name, value in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return try await send(
            path, .post, "multipart/form-data; boundary=b", ByteBuffer(string: parts.joined() + "--b--\r\n"))
    }

    func file(_ json: String, key: String? = nil) async throws -> TestResponse {
        try await call("/api/v1/cases", json, key: key)
    }

    func call(_ path: String, _ json: String, key: String? = nil) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers.set("X-Account", name)
        headers.set("Idempotency-Key", key)
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }

    private func send(
        _ path: String, _ method: HTTPRequest.Method, _ type: String?, _ body: ByteBuffer
    ) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.contentType] = type
        headers.set("X-Account", name)
        if !visit.isEmpty { headers[.cookie] = visit }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: body)
    }
}

extension HTTPFields {
    fileprivate mutating func set(_ name: String, _ value: String?) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }
}

extension TestResponse {
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    var text: String { String(buffer: body) }
    /// Where a redirect leads.
    var location: String { headers[.location] ?? "" }
    /// A JSON answer.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [String: Any] ?? [:]
    }
}

extension String {
    fileprivate var formEncoded: String {
        utf8.map { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
