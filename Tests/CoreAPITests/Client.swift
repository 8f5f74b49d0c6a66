import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// A program that calls the API in somebody's name.
struct Client: Sendable {
    let http: any TestClientProtocol

    func get(_ path: String, as account: String? = nil) async throws -> Answer {
        try await send(.get, path, as: account, headers: [:], body: ByteBuffer())
    }

    /// Sends a JSON document, or nothing at all.
    func post(
        _ path: String, _ json: String? = nil, as account: String? = nil, key: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = json == nil ? [:] : [.contentType: "application/json"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await send(
            .post, path, as: account, headers: headers, body: ByteBuffer(string: json ?? ""))
    }

    /// Sends bare bytes under a name.
    func upload(_ bytes: String, name: String?, as account: String, key: String? = nil) async throws -> Answer
    {
        var headers: HTTPFields = [.contentType: "application/octet-stream"]
        if let name { headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await send(.post, "/files", as: account, headers: headers, body: ByteBuffer(string: bytes))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, as account: String?, headers: HTTPFields,
        body: ByteBuffer
    ) async throws -> Answer {
        var headers = headers
        if let name = HTTPField.Name("X-Account") { headers[name] = account }
        return Answer(
            try await http.execute(uri: "/api/v1\(path)", method: method, headers: headers, body: body))
    }

    /// The id of the task somebody has open.
    func openTask(of account: String) async throws -> String {
        try #require(try await get("/tasks", as: account).list.first?["id"] as? String)
    }
}

/// What came back.
struct Answer {
    let status: Int
    let text: String
    let contentType: String?

    init(_ response: TestResponse) {
        status = response.status.code
        text = String(buffer: response.body)
        contentType = response.headers[.contentType]
    }

    /// The members of the object.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }

    /// The items of a list.
    var list: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
    /// The reason of a refusal.
    var detail: String { json["detail"] as? String ?? "" }

    subscript(_ name: String) -> String? { json[name] as? String }

    /// The members of an object within.
    func object(_ name: String) -> [String: Any] { json[name] as? [String: Any] ?? [:] }

    /// The objects of a list within.
    func objects(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
}
