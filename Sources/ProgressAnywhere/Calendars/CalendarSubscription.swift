import Crypto
import Cryptography
import Foundation
import Refusals
import WorkingTime

/// An address that nobody guesses, under which a calendar program reads the days of somebody's matters; whoever has the
/// address reads them, so it can be withdrawn.
struct CalendarSubscription: Sendable, Hashable, Identifiable {
    /// How many somebody has at once.
    static let mostOpen = 5
    private static let tokenBytes = 20

    let id: Int64
    let accountID: Int64
    /// What it is for, in the owner's words: 手机.
    let name: String
    let digest: String
    let madeAt: Instant
    /// The last day a program asked.
    let lastReadOn: CivilDate?
    var endedAt: Instant?

    /// Makes one, with the token that is shown once and not kept.
    ///
    /// - Throws: `invalid` at `name`; `conflict` when there are too many.
    static func make(
        _ name: String, for account: Int64, besides open: [CalendarSubscription], token: String, id: Int64,
        at now: Instant
    ) throws -> CalendarSubscription {
        guard (1...20).contains(name.count), !name.unicodeScalars.contains(where: { $0.value < 32 }) else {
            throw DomainError.invalid("name", "请给它起个名字，例如“手机”，最多 20 字。")
        }
        guard open.count < mostOpen else {
            throw DomainError.conflict("最多同时有 \(mostOpen) 个订阅地址，请先停用不再使用的。")
        }
        return CalendarSubscription(
            id: id, accountID: account, name: name, digest: digest(of: token), madeAt: now, lastReadOn: nil)
    }

    /// Withdraws it.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` the second time.
    mutating func withdraw(by account: Int64, at now: Instant) throws {
        guard account == accountID else { throw Self.unknown }
        guard endedAt == nil else { throw DomainError.conflict("这个订阅地址已经停用。") }
        endedAt = now
    }

    /// 160 bits in hexadecimal digits.
    ///
    /// - Throws: `CryptographyError` when the system has no randomness.
    static func newToken() throws -> String { Hexadecimal.text(try Randomness.bytes(tokenBytes)) }

    /// What is kept of a token.
    static func digest(of token: String) -> String { Hexadecimal.text(SHA256.hash(data: Data(token.utf8))) }

    /// Whether it can be a token; anything else is not looked up.
    static func isToken(_ text: String) -> Bool {
        text.utf8.count == 2 * tokenBytes
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    static let unknown = DomainError.notFound("没有这个日历，可能链接不完整，或者已经停用。")
}
