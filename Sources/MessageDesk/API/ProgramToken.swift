import Crypto
import Foundation
import WorkingTime

/// The token by which a program proves itself for one call: a JWT (RFC 7519) with HS256, the program's code as `iss` and
/// the time as `iat`, signed with one of its keys.
struct ProgramToken: Sendable {
    /// How far its time may be from ours, in seconds.
    static let windowSeconds = 30

    /// The program's code, as it says itself.
    let issuer: String
    private let issuedAt: Instant
    private let signed: [UInt8]
    private let signature: [UInt8]

    private struct Header: Decodable {
        let alg: String
    }

    private struct Claims: Decodable {
        let iss: String
        let iat: Double
    }

    /// - Returns: `nil` for anything that is not such a token; `none` and other algorithms are nothing here.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 2_000, parts.count == 3,
            let header = Self.json(parts[0], as: Header.self), header.alg == "HS256",
            let claims = Self.json(parts[1], as: Claims.self), claims.iat > 0, claims.iat < 100_000_000_000,
            let signature = Self.bytes(parts[2]), UUID(uuidString: claims.iss) != nil
        else { return nil }
        issuer = claims.iss.lowercased()
        issuedAt = Instant(milliseconds: Int64(claims.iat * 1_000))
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
    }

    /// Whether it was signed with this key, and just now.
    func isSigned(with secret: String, at now: Instant) -> Bool {
        let isRight = HMAC<SHA256>.isValidAuthenticationCode(
            signature, authenticating: signed, using: SymmetricKey(data: Data(secret.utf8)))
        return isRight && abs(now - issuedAt) <= Self.windowSeconds
    }

    private static func json<T: Decodable>(_ part: Substring, as type: T.Type) -> T? {
        bytes(part).flatMap { try? JSONDecoder().decode(type, from: Data($0)) }
    }

    private static func bytes(_ part: Substring) -> [UInt8]? {
        guard !part.contains("="), !part.contains("+"), !part.contains("/") else { return nil }
        let plain = part.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }
}
