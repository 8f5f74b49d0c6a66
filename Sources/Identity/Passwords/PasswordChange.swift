import Codes
import Government
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Changes the holder's own password.
struct PasswordChange: Sendable {
    let security: AccountSecurity

    /// What was entered.
    struct Entry: Sendable {
        let current: String
        let new: String
        let again: String
    }

    private static let wrongCurrent = DomainError.invalid("current", "当前密码不正确，请核对后重试。")

    /// Replaces the password, ends all other sessions and puts this one under a new token.
    ///
    /// Wrong guesses at the current password count like wrong sign-ins: a session that was left open is no place to try.
    /// - Throws: `DomainError.invalid` with what is wrong, `.tooMany` while the name is locked, `.conflict` when the
    ///   password was changed elsewhere at the same time.
    func perform(_ entry: Entry, by holder: any SessionHolder, _ request: WebRequest) async throws
        -> SessionToken
    {
        guard entry.new == entry.again else { throw DomainError.invalid("again", "两次填写的新密码不一样，请重新填写。") }
        let (credential, past, owner) = try await look(holder, request)
        try await prove(entry.current, credential, holder, request)
        try security.passwords.check(entry.new, for: owner, field: "new")
        for hash in [credential.passwordHash] + past
        where try await security.signIn.hasher.verify(entry.new, against: hash) {
            throw DomainError.invalid("new", "不能使用最近 \(PasswordRules.rememberedCount) 次用过的密码，请换一个。")
        }
        let hash = try await security.signIn.hasher.hash(entry.new)
        return try await security.change(holder, request) { act in
            try save(hash, credential, act)
        }
    }

    private func look(
        _ holder: any SessionHolder, _ request: WebRequest
    ) async throws -> (Credential, [String], PasswordRules.Owner) {
        let account = holder.account
        let found = try await security.database.read { tx -> (Credential, [String], PasswordRules.Owner)? in
            guard let credential = try Credential.load(account.id, in: tx) else { return nil }
            try FailedAttempts.load(credential.name.hash, in: tx).checkOpen(at: request.now)
            let person = try account.personID.flatMap { try Directory.person($0, in: tx) }
            let owner = PasswordRules.Owner(
                isStaff: account.isStaff, accountName: account.name, phone: person?.phone,
                identityNumber: person?.identityNumber)
            return (credential, try PasswordStore.past(of: account.id, in: tx), owner)
        }
        guard let found else { throw DomainError.signInRequired("登录已失效，请重新登录。") }
        return found
    }

    private func prove(
        _ password: String, _ credential: Credential, _ holder: any SessionHolder, _ request: WebRequest
    ) async throws {
        let isRight = try await security.signIn.hasher.verify(password, against: credential.passwordHash)
        guard !isRight else { return }
        try await security.refuseProof(of: holder, .password, request)
        throw Self.wrongCurrent
    }

    private func save(_ hash: String, _ old: Credential, _ act: SecurityAct) throws -> SessionToken {
        guard
            try PasswordStore.replace(
                old, with: hash, temporaryUntil: nil, at: act.now, in: act.transaction)
        else { throw DomainError.conflict("密码刚刚在别处修改过，请重新登录。") }
        let ended = try SessionStore.deleteAll(
            of: act.account.id, except: act.sessionID, in: act.transaction)
        try act.record(
            "password.changed", "\(act.actor.name)修改了密码。", detail: ["sessions_ended": String(ended)])
        try act.tell("您的密码已修改，其他设备上的登录都已退出。如果不是您本人操作，请立即到政务服务大厅窗口重置。")
        return try act.renewSession(proving: Factors(.password))
    }
}
