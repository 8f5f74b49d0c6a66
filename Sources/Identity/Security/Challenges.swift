import Crypto
import Foundation
import Refusals
import Storage
import WorkingTime

/// Challenges for passkeys: each is for one purpose and one browser or session, lives five minutes and is answered once.
///
/// A challenge carries its own age and proof, so that showing the sign-in page to somebody writes nothing; only an answer
/// is written down, and the same challenge cannot be answered again.
struct Challenges: Sendable {
    /// What is asked for.
    enum Purpose: String, Sendable {
        /// To begin a session.
        case signIn
        /// To add a passkey to the account of a session.
        case registration
        /// To prove once more who holds a session.
        case confirmation
    }

    static let lifeSeconds = 5 * 60
    static let stale = DomainError.conflict("这次验证已超过 5 分钟或已经用过，请重新打开页面再试。")

    private static let nonceBytes = 16
    private static let timeBytes = 8

    private let key: SymmetricKey

    /// - Parameter secret: at least 32 random bytes, the same on every node.
    init(secret: [UInt8]) { key = SymmetricKey(data: secret) }

    /// A challenge of 56 bytes.
    func make(for purpose: Purpose, holder: String, at now: Instant) -> [UInt8] {
        let time = withUnsafeBytes(of: now.milliseconds.bigEndian, Array.init)
        let head = Randomness.bytes(Self.nonceBytes) + time
        return head + code(head, purpose, holder)
    }

    /// Accepts a challenge that somebody answered, once.
    /// - Throws: `DomainError.conflict` when it is not ours, too old, for something or somebody else, or was answered.
    func spend(
        _ challenge: [UInt8], for purpose: Purpose, holder: String, at now: Instant,
        in transaction: Transaction
    ) throws {
        let expiry = try expiry(challenge, purpose, holder, at: now)
        let digest = Digest.hex(Data(challenge).base64EncodedString())
        let isFirst =
            try transaction.execute(
                """
                INSERT INTO spent_challenge (digest, expires_at) VALUES (\(digest), \(expiry))
                ON CONFLICT (digest) DO NOTHING
                """) > 0
        guard isFirst else { throw Self.stale }
    }

    /// Removes those that are too old to be accepted anyway.
    static func purge(at now: Instant, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM spent_challenge WHERE expires_at <= \(now)")
    }

    private func expiry(
        _ challenge: [UInt8], _ purpose: Purpose, _ holder: String, at now: Instant
    ) throws -> Instant {
        let headBytes = Self.nonceBytes + Self.timeBytes
        guard challenge.count == headBytes + SHA256.byteCount else { throw Self.stale }
        let head = Array(challenge.prefix(headBytes))
        let message = message(head, purpose, holder)
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                challenge.dropFirst(headBytes), authenticating: message, using: key)
        else { throw Self.stale }
        let milliseconds = head.suffix(Self.timeBytes).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let expiry = Instant(milliseconds: milliseconds).adding(seconds: Self.lifeSeconds)
        // A clock that was set back makes no challenge live longer.
        guard now < expiry, expiry - now <= Self.lifeSeconds else { throw Self.stale }
        return expiry
    }

    private func code(_ head: [UInt8], _ purpose: Purpose, _ holder: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message(head, purpose, holder), using: key))
    }

    private func message(_ head: [UInt8], _ purpose: Purpose, _ holder: String) -> Data {
        Data(head + Array("\(purpose.rawValue):\(holder)".utf8))
    }
}
