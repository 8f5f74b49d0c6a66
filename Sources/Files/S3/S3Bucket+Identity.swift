import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import Storage

extension S3Bucket {
    private static let identityLimitBytes = 4_096

    var location: String { "\(client.address)" }

    func identity() async throws -> String? {
        try await found(request("GET", ContentPath.identity)) { request in
            let body = try await client.answer(to: request).body.collect(upTo: Self.identityLimitBytes)
            let text = String(buffer: body).trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
    }

    /// Of two nodes that come at the same moment one is told 412 or 409, by every store that knows the condition.
    func claim(_ identity: String) async throws {
        let body = "\(identity)\n"
        var request = request("PUT", ContentPath.identity)
        request.headers["if-none-match"] = "*"
        request.bodyHash = Hexadecimal.text(SHA256.hash(data: Data(body.utf8)))
        try await logged(request) { [request] in
            do {
                try await client.outcome(of: request) { .bytes(ByteBuffer(string: body)) }
            } catch let refusal as S3Refusal where [409, 412].contains(refusal.status) {}
        }
    }

    func holds(_ content: Content) async throws -> Bool {
        try await found(request("HEAD", ContentPath.place(of: content.sha256))) { request in
            try await client.outcome(of: request)
            return true
        } ?? false
    }

    /// What a request finds; nil when there is nothing.
    private func found<T>(_ request: S3Request, _ work: (S3Request) async throws -> T?) async throws -> T? {
        try await logged(request) {
            do { return try await work(request) } catch let refusal as S3Refusal where refusal.status == 404 {
                return nil
            }
        }
    }
}
