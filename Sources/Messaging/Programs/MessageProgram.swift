import Refusals
import WorkingTime

/// A program of an organ that sends through this house. One person registers it, another lets it in.
public struct MessageProgram: Sendable, Hashable, Identifiable {
    /// Whether it may send.
    public enum State: String, Sendable { case draft, approved, ended }

    /// Somebody who signed, and when.
    public struct Signature: Sendable, Hashable {
        /// Whose account.
        public let accountID: Int64
        /// Their name.
        public let name: String
        /// When.
        public let at: Instant

        /// Somebody who signs.
        public init(accountID: Int64, name: String, at: Instant) {
            (self.accountID, self.name, self.at) = (accountID, name, at)
        }
    }

    /// Ours.
    public let id: Int64
    /// The UUID under which it signs its tokens (`iss`).
    public let code: String
    /// What it is called.
    public let name: String
    /// What it sends, and who runs it.
    public let purpose: String
    /// How much it may send on a day.
    public let dailyLimit: Int
    /// Who registered it.
    public let drafted: Signature
    /// Whether it may send.
    public internal(set) var state = State.draft
    /// Who let it in.
    public internal(set) var decided: Signature?

    /// Registers a program.
    ///
    /// - Throws: `invalid` at the fields `name`, `purpose`, `daily_limit`.
    public static func draft(
        _ name: String, purpose: String, dailyLimit: Int?, id: Int64, code: String, by signature: Signature
    ) throws -> MessageProgram {
        guard (1...60).contains(name.count) else { throw DomainError.invalid("name", "请写明系统的名称，最多 60 字。") }
        guard (1...500).contains(purpose.count) else {
            throw DomainError.invalid("purpose", "请写明发送什么消息和运行单位，最多 500 字。")
        }
        guard let dailyLimit, (1...1_000_000).contains(dailyLimit) else {
            throw DomainError.invalid("daily_limit", "每日上限应为 1 到 1000000 条。")
        }
        return MessageProgram(
            id: id, code: code, name: name, purpose: purpose, dailyLimit: dailyLimit, drafted: signature)
    }

    /// Lets it in.
    ///
    /// - Throws: `conflict` when that was decided, `forbidden` for whoever registered it.
    public mutating func approve(by signature: Signature) throws {
        guard state == .draft else { throw DomainError.conflict("系统「\(name)」\(state.chinese)，不能再批准。") }
        guard signature.accountID != drafted.accountID else {
            throw DomainError.forbidden("登记人不能批准，请由另一位管理员批准。")
        }
        (state, decided) = (.approved, signature)
    }

    /// Keeps it out, for ever; its keys count no longer.
    ///
    /// - Throws: `conflict` when it is out already.
    public mutating func end() throws {
        guard state != .ended else { throw DomainError.conflict("系统「\(name)」已经停用。") }
        state = .ended
    }
}

extension MessageProgram.State {
    /// The state in words.
    public var chinese: String {
        switch self {
        case .draft: "待批准"
        case .approved: "已批准"
        case .ended: "已停用"
        }
    }
}

/// What a program proves itself by.
public struct MessageKey: Sendable, Hashable, Identifiable {
    /// Ours.
    public let id: Int64
    /// What it is called.
    public let name: String
    /// Whether what is sent with it goes nowhere.
    public let isTest: Bool
    /// The UUID with which tokens are signed.
    public let secret: String
    /// When it was issued.
    public let issuedAt: Instant
    /// By whom.
    public let issuer: String
    /// When it was taken back; nil while it counts.
    public let revokedAt: Instant?
}
