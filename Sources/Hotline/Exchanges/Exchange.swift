import Journal
import Refusals
import Storage
import WorkingTime

/// A telephone exchange (呼叫中心、交换机): it may tell of calls, and nothing else.
struct Exchange: Sendable, Hashable, Identifiable {
    /// As many may be in use at the same time.
    static let most = 20

    let id: Int64
    /// Key of the organ whose calls it tells of.
    let organ: String
    let name: String
    let issuedBy: String
    let issuedAt: Instant
    let revokedAt: Instant?

    /// An exchange gets a token.
    ///
    /// - Parameter inUse: how many have one.
    /// - Throws: `invalid` without a name, `conflict` when there are enough.
    static func requireIssuable(_ name: String, beside inUse: Int) throws {
        guard (2...40).contains(name.count) else {
            throw DomainError.invalid("name", "请填写电话系统的名称，2 到 40 字。")
        }
        guard inUse < most else {
            throw DomainError.invalid("name", "已有 \(most) 个在用的令牌，请先停用不用的。")
        }
    }
}

/// What an exchange proves itself by: 32 random bytes. It is shown once; only its digest is kept.
struct ExchangeToken: Sendable, Hashable {
    let text: String

    private static let prefix = "mbhl_"
    private static let digits = 64

    /// A new one, made by the system's generator.
    static func random() -> ExchangeToken {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<digits / 2).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return ExchangeToken(known: prefix + Hexadecimal.text(bytes))
    }

    private init(known text: String) { self.text = text }

    /// - Returns: nil for anything that we cannot have made, so that rubbish never reaches the database.
    init?(_ text: String) {
        let rest = text.dropFirst(Self.prefix.count)
        guard text.hasPrefix(Self.prefix), rest.utf8.count == Self.digits, rest.allSatisfy(\.isHexDigit)
        else { return nil }
        self.text = text
    }

    /// Under which it is kept. The token is random, so it needs no salt.
    var digest: String { Journal.digest(json: text) }
}
