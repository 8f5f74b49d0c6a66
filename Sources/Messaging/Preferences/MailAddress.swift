import Crypto
import Foundation
import Refusals
import WorkingTime

/// A mail address that a person has given, and proves by a code that is sent there.
public struct MailAddress: Sendable, Hashable {
    /// How long a code counts, in seconds.
    public static let codeLifeSeconds = 1_800
    /// How soon another code may be asked for, in seconds.
    public static let pauseSeconds = 60
    private static let tryLimit = 5

    /// Whose it is.
    public let accountID: Int64
    /// The address.
    public let address: String
    /// When the last code was sent.
    public let askedAt: Instant
    var codeHash: String?
    var codeExpiresAt: Instant?
    var tries = 0
    /// When the person proved that they read it; nil until then, and nothing is sent to it.
    public internal(set) var confirmedAt: Instant?

    /// An address as it was entered, with the code that is sent there.
    ///
    /// - Throws: `invalid` for anything that cannot be an address.
    static func entered(_ text: String, code: String, by accountID: Int64, at now: Instant) throws
        -> MailAddress
    {
        MailAddress(
            accountID: accountID, address: try checked(text), askedAt: now,
            codeHash: hash(code, accountID), codeExpiresAt: now.adding(seconds: codeLifeSeconds))
    }

    /// The address, when it can be one: one `@`, no blanks, nothing that ends a line or an envelope.
    ///
    /// - Throws: `invalid` at the field.
    public static func checked(_ text: String, field: String = "address") throws -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }
        let isWhole =
            parts.count == 2 && (1...64).contains(parts[0].count) && (3...190).contains(parts[1].count)
            && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
        guard isPlain, isWhole, !text.contains(where: { "<>()[],;:\\\"".contains($0) }) else {
            throw DomainError.invalid(field, "邮箱地址请写成 name@example.cn 的样子。")
        }
        return text
    }

    /// Proves it by its code.
    ///
    /// - Returns: whether the code was right; every try counts.
    /// - Throws: `conflict` when there is no code to be entered.
    mutating func confirm(_ code: String, at now: Instant) throws -> Bool {
        guard confirmedAt == nil, let codeHash, let codeExpiresAt, now < codeExpiresAt, tries < Self.tryLimit
        else { throw DomainError.conflict("验证码已失效，请重新获取。") }
        tries += 1
        guard Self.hash(code, accountID) == codeHash else { return false }
        (confirmedAt, self.codeHash, self.codeExpiresAt) = (now, nil, nil)
        return true
    }

    private static func hash(_ code: String, _ accountID: Int64) -> String {
        SHA256.hash(data: Data("mail-code:\(accountID):\(code)".utf8))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
