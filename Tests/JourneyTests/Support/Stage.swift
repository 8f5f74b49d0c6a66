import DecisionModel
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// Where the people of a story meet: each signs in and calls the API as a program of theirs would.
struct Stage: Sendable {
    let client: any TestClientProtocol

    func signIn(_ account: String) async throws -> Person {
        let body = #"{"account":"\#(account)","password":"minben-demo-2026"}"#
        let answer = try await client.execute(
            uri: "/api/v1/sessions", method: .post, headers: [.contentType: "application/json"],
            body: ByteBuffer(string: body))
        try #require(answer.status == .created)
        let token = try Reply(answer).json["token"].text
        return Person(name: account, client: client, token: token)
    }
}

/// Somebody signed in.
struct Person: Sendable {
    let name: String
    let client: any TestClientProtocol
    let token: String

    func get(_ path: String) async throws -> Reply { try await send(.get, path, nil, key: nil) }

    func post(_ path: String, _ body: Value, key: String? = nil) async throws -> Reply {
        try await send(.post, path, body, key: key)
    }

    /// Uploads a small PDF and returns its id.
    func upload(_ name: String) async throws -> String {
        var headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/pdf"]
        headers[.contentDisposition] = "attachment; filename=\"\(name).pdf\""
        let pdf = "%PDF-1.4\n% \(name) \(UUID().uuidString)\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
        let answer = try await client.execute(
            uri: "/api/v1/files", method: .post, headers: headers, body: ByteBuffer(string: pdf))
        try #require(answer.status == .created, "\(String(buffer: answer.body))")
        return try Reply(answer).json["id"].text
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: Value?, key: String?
    ) async throws -> Reply {
        var headers: HTTPFields = [.authorization: "Bearer \(token)"]
        if body != nil { headers[.contentType] = "application/json" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        let buffer = try body.map { ByteBuffer(bytes: try JSONEncoder().encode($0)) }
        return try Reply(
            await client.execute(uri: "/api/v1\(path)", method: method, headers: headers, body: buffer))
    }
}

/// What came back.
struct Reply {
    let status: HTTPResponse.Status
    let json: Value

    init(_ response: TestResponse) throws {
        status = response.status
        json = try JSONDecoder().decode(Value.self, from: Data(response.body.readableBytesView))
    }
}

extension Value {
    subscript(_ name: String) -> Value {
        if case .context(let members) = self { members[name] ?? .null } else { .null }
    }

    var list: [Value] { if case .list(let values) = self { values } else { [] } }
    var text: String { if case .string(let text) = self { text } else { "" } }
    var flag: Bool { self == .bool(true) }
}
