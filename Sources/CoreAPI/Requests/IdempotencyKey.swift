import Crypto
import Foundation
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The `Idempotency-Key` header: a change that is sent twice under one key happens once.
struct IdempotencyKey {
    static let name = "Idempotency-Key"
    /// Longest key, in characters.
    static let limit = 128

    let text: String

    /// The key of a request; nil when it has none.
    ///
    /// - Throws: `malformed` for a key that is empty, too long or not printable.
    init?(of request: WebRequest) throws {
        guard let text = request.header(Self.name) else { return nil }
        let isPrintable = text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
        guard (1...Self.limit).contains(text.unicodeScalars.count), isPrintable else {
            throw DomainError.malformed("Idempotency-Key 应为 1 到 \(Self.limit) 个可见的 ASCII 字符。")
        }
        self.text = text
    }

    static let parameter = APIOperation.Parameter.header(
        name, "同一个键的请求只生效一次，24 小时内有效", schema: .matching("^[!-~]{1,\(limit)}$"))
}

extension SignedIn {
    /// What makes this change harmless when it is sent again; nil when the sender gave no key.
    ///
    /// - Parameter body: what was read of the body. Its digest is taken of the values and not of the bytes, so
    ///   that a program may write the same document with other spaces the second time.
    func once(_ request: WebRequest, body: some Encodable) throws -> Idempotency.Request? {
        guard let key = try IdempotencyKey(of: request) else { return nil }
        let operation = "\(request.method.rawValue) \(request.path)"
        let digest = SHA256.hash(data: Data("\(operation)\n\(try encodeJSON(body))".utf8))
        return Idempotency.Request(
            accountID: accountID, key: key.text, operation: operation,
            digest: digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}

/// A change that carries nothing but its address.
struct NoBody: Codable, Sendable {}
