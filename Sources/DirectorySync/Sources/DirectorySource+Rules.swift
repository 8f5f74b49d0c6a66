import Identity
import Journal
import Refusals
import WorkingTime

/// How a directory is let in and kept out: two people, as for every right (三员分立, GB/T 22239).
extension DirectorySource {
    /// Drafts a source.
    ///
    /// - Throws: `forbidden` unless a system administrator does, `invalid` at the field.
    static func draft(
        _ name: String, purpose: String, lifeDays: Int?, id: Int64, by actor: Actor, at now: Instant
    ) throws -> DirectorySource {
        try require(.sysadmin, actor, "目录来源由系统管理员登记。")
        guard (1...60).contains(name.count) else { throw DomainError.invalid("name", "请写明目录的名称，最多 60 字。") }
        guard (1...500).contains(purpose.count) else {
            throw DomainError.invalid("purpose", "请写明用途和运行单位，最多 500 字。")
        }
        guard let lifeDays, (1...365).contains(lifeDays) else {
            throw DomainError.invalid("days", "令牌的有效期应为 1 到 365 天。")
        }
        return DirectorySource(
            id: id, name: name, purpose: purpose, lifeDays: lifeDays, drafted: Signature(actor, at: now))
    }

    /// Lets it in.
    mutating func approve(by actor: Actor, at now: Instant) throws {
        try decide(.approved, nil, actor, now)
    }

    /// Turns it down, with the reason.
    mutating func refuse(remark: String, by actor: Actor, at now: Instant) throws {
        guard (1...500).contains(remark.count) else {
            throw DomainError.invalid("remark", "请写明不同意的原因，最多 500 字。")
        }
        try decide(.refused, remark, actor, now)
    }

    /// Makes its token; the one before counts no longer.
    ///
    /// - Parameter hash: of the token, which is shown once and kept nowhere.
    mutating func issueToken(hash: String, by actor: Actor, at now: Instant) throws {
        try Self.require(.sysadmin, actor, "令牌由系统管理员领取。")
        guard state == .approved else { throw DomainError.conflict("目录来源「\(name)」\(state.chinese)，不能领取令牌。") }
        token = Token(hash: hash, issuedAt: now, expiresAt: now.adding(seconds: lifeDays * 86_400))
    }

    /// Keeps it out, at once and for ever.
    mutating func revoke(by actor: Actor, at now: Instant) throws {
        guard !Set(actor.roles).isDisjoint(with: [Role.sysadmin.rawValue, Role.secadmin.rawValue]) else {
            throw DomainError.forbidden("目录来源由系统管理员或安全管理员停用。")
        }
        guard state == .approved || state == .draft else {
            throw DomainError.conflict("目录来源「\(name)」\(state.chinese)，不用停用。")
        }
        (state, token, revoked) = (.revoked, nil, Signature(actor, at: now))
    }

    private mutating func decide(_ state: State, _ remark: String?, _ actor: Actor, _ now: Instant) throws {
        try Self.require(.secadmin, actor, "目录来源由安全管理员审定。")
        guard self.state == .draft else {
            throw DomainError.conflict("目录来源「\(name)」\(self.state.chinese)，不能再审定。")
        }
        guard actor.accountID != drafted.accountID else {
            throw DomainError.forbidden("登记人不能审定，请由另一位安全管理员审定。")
        }
        (self.state, self.remark, decided) = (state, remark, Signature(actor, at: now))
    }

    private static func require(_ role: Role, _ actor: Actor, _ sentence: Sentence) throws {
        guard actor.roles.contains(role.rawValue) else { throw DomainError.forbidden(sentence) }
    }
}

extension DirectorySource.Signature {
    init(_ actor: Actor, at now: Instant) {
        self.init(accountID: actor.accountID, name: actor.name, at: now)
    }
}
