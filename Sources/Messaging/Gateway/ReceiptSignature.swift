import Crypto
import Foundation
import Refusals
import WorkingTime

/// How a gateway proves that a receipt is its own: HMAC-SHA256 over `timestamp.body` under the secret it knows us by.
public enum ReceiptSignature {
    /// How old a receipt's time stamp may be, in seconds: what was overheard is of no use later.
    public static let windowSeconds = 300

    /// Checks it.
    ///
    /// - Parameters:
    ///   - signature: `sha256=` and 64 hexadecimal digits.
    ///   - timestamp: seconds since 1970, as text.
    /// - Throws: `signInRequired` for anything that is not right, without saying what.
    public static func check(
        _ signature: String?, timestamp: String?, body: [UInt8], secret: String?, at now: Instant
    ) throws {
        let refusal = DomainError.signInRequired("回执的签名或时间戳不对，没有采用。")
        guard let secret, let signature, signature.hasPrefix("sha256="),
            let code = bytes(String(signature.dropFirst(7))),
            let timestamp, let seconds = Int64(timestamp), seconds > 0, seconds < 100_000_000_000
        else { throw refusal }
        let sent = Instant(milliseconds: seconds * 1_000)
        let isFresh = abs(now - sent) <= windowSeconds
        let isRight = HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data("\(timestamp).".utf8) + Data(body),
            using: SymmetricKey(data: Data(secret.utf8)))
        guard isFresh, isRight else { throw refusal }
    }

    private static func bytes(_ digits: String) -> [UInt8]? {
        guard digits.utf8.count == 64 else { return nil }
        let pairs = stride(from: 0, to: 64, by: 2).map { start in
            UInt8(digits.dropFirst(start).prefix(2), radix: 16)
        }
        return pairs.contains(nil) ? nil : pairs.compactMap { $0 }
    }
}
