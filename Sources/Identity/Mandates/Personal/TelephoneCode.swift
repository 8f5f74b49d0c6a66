import Crypto
import Foundation
import Refusals
import WorkingTime

/// A code that was sent to somebody's telephone: whoever is told it by them has their consent.
///
/// One rule for every such code: how long it counts, how soon the next one goes out, and how often may be guessed. Wrong
/// tries are counted over all codes for the same subject, so that a new code gives nobody new guesses.
public struct TelephoneCode: Sendable, Hashable {
    /// How long it counts, in seconds.
    public static let lifeSeconds = 600
    /// How many wrong ones may be entered for one subject, whatever codes were sent for it.
    public static let mostTries = 10
    private static let pauseSeconds = 60

    /// What is kept instead of the code.
    public let hash: String
    /// When it was sent.
    public let sentAt: Instant
    /// How many wrong ones were entered, for this code and those before.
    public private(set) var tries: Int

    /// A code as it was kept.
    public init(hash: String, sentAt: Instant, tries: Int) {
        (self.hash, self.sentAt, self.tries) = (hash, sentAt, tries)
    }

    /// Six digits nobody guesses within ten tries.
    public static func random() -> String { (0..<6).map { _ in String(Int.random(in: 0...9)) }.joined() }

    /// A code on its way.
    ///
    /// - Parameters:
    ///   - subject: what it is for; it counts for nothing else.
    ///   - earlier: the one before, which counts no longer.
    /// - Throws: `tooMany` when one has just been sent, `conflict` when too many wrong ones were entered.
    public static func sent(
        _ text: String, for subject: Int64, after earlier: TelephoneCode?, at now: Instant
    ) throws -> TelephoneCode {
        let tries = earlier?.tries ?? 0
        guard tries < mostTries else {
            throw DomainError.conflict("已经输错 \(mostTries) 次，不能再发，请改用别的方式确认。")
        }
        if let earlier, now - earlier.sentAt < pauseSeconds {
            let wait = pauseSeconds - (now - earlier.sentAt)
            throw DomainError.tooMany("刚刚发过一次，请 \(wait) 秒后再试。", retryAfterSeconds: wait)
        }
        return TelephoneCode(hash: hash(text, subject), sentAt: now, tries: tries)
    }

    /// Whether it may still be entered.
    public func counts(at now: Instant) -> Bool {
        now - sentAt < Self.lifeSeconds && tries < Self.mostTries
    }

    /// - Returns: whether it was right; every wrong try is counted.
    /// - Throws: `conflict` when it counts no longer.
    public mutating func enter(_ text: String, for subject: Int64, at now: Instant) throws -> Bool {
        guard counts(at: now) else { throw DomainError.conflict("验证码已失效，请重新获取。") }
        let isRight = Self.hash(text.filter { !$0.isWhitespace }, subject) == hash
        if !isRight { tries += 1 }
        return isRight
    }

    private static func hash(_ text: String, _ subject: Int64) -> String {
        SHA256.hash(data: Data("mandate-code:\(subject):\(text)".utf8))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
