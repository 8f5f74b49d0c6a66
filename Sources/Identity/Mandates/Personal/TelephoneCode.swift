import Crypto
import Foundation
import Refusals
import WorkingTime

/// A code that was sent to somebody's telephone: whoever is told it by them has their consent.
public struct TelephoneCode: Sendable, Hashable {
    /// How long it counts, in seconds.
    public static let lifeSeconds = 600
    private static let pauseSeconds = 60
    private static let tryLimit = 5

    let hash: String
    let sentAt: Instant
    var tries = 0

    /// Six digits nobody guesses within five tries.
    public static func random() -> String { (0..<6).map { _ in String(Int.random(in: 0...9)) }.joined() }

    /// - Parameters:
    ///   - subject: what it is for; it counts for nothing else.
    ///   - earlier: the one before, which counts no longer.
    /// - Throws: `tooMany` when one has just been sent.
    static func sent(_ text: String, for subject: Int64, after earlier: TelephoneCode?, at now: Instant)
        throws
        -> TelephoneCode
    {
        if let earlier, now - earlier.sentAt < pauseSeconds {
            let wait = pauseSeconds - (now - earlier.sentAt)
            throw DomainError.tooMany("验证码刚刚发过，请 \(wait) 秒后再试。", retryAfterSeconds: wait)
        }
        return TelephoneCode(hash: hash(text, subject), sentAt: now)
    }

    /// - Returns: whether it was right; every try counts.
    /// - Throws: `conflict` when it counts no longer.
    mutating func enter(_ text: String, for subject: Int64, at now: Instant) throws -> Bool {
        guard now - sentAt < Self.lifeSeconds, tries < Self.tryLimit else {
            throw DomainError.conflict("验证码已失效，请重新获取。")
        }
        tries += 1
        return Self.hash(text.filter { !$0.isWhitespace }, subject) == hash
    }

    private static func hash(_ text: String, _ subject: Int64) -> String {
        SHA256.hash(data: Data("mandate-code:\(subject):\(text)".utf8))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
