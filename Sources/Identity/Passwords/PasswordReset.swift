import Journal
import Refusals
import Storage
import WorkingTime

/// Lets somebody in again who has lost their keys: an administrator hands them a one-time password.
struct PasswordReset: Sendable {
    let signIn: SignIn

    /// How long the one-time password counts: until the end of a long weekend.
    static let lifeSeconds = 72 * 3_600
    /// Twelve letters and digits in base32: 56 random bits, for three days and behind the count of failures.
    private static let bytes = 7

    /// What is asked for.
    struct Entry: Sendable {
        let account: LoginName
        /// Why, and how the person was identified, for the journal.
        let reason: String
        /// Whether the second factors are lost too.
        let removesFactors: Bool
    }

    /// Replaces the password by a one-time one and ends all sessions of the account.
    ///
    /// - Parameter isOnServer: whether it is done on the server itself, where also administrators are let in again.
    /// - Returns: the one-time password, which is nowhere else.
    /// - Throws: `DomainError.notFound` for a name that is no account's, `.forbidden` for an administrator's or one's own.
    func perform(_ entry: Entry, by actor: Actor, isOnServer: Bool, at now: Instant) async throws -> String {
        let password = Base32.grouped(
            Base32.encode(Randomness.bytes(Self.bytes)).lowercased(), separator: "-")
        let hash = try await signIn.hasher.hash(password)
        try await signIn.database.write { tx in
            guard let credential = try Credential.load(entry.account, in: tx),
                let account = try AccountStore.account(credential.accountID, on: now.day, in: tx)
            else { throw DomainError.notFound("没有名为 \(entry.account.text) 的账号，请核对。") }
            if !isOnServer { try Self.require(account, isNotOf: actor) }
            try tx.lock("account", id: account.id)
            guard
                try PasswordStore.replace(
                    credential, with: hash, temporaryUntil: now.adding(seconds: Self.lifeSeconds), at: now,
                    in: tx)
            else { throw DomainError.conflict("这个账号的密码刚刚被修改过，请重试。") }
            try close(account, entry, at: now, in: tx)
            try record(account, entry, actor, at: now, in: tx)
        }
        return password
    }

    /// The three administrators check each other: one alone does not become another (三员分立).
    private static func require(_ account: Account, isNotOf actor: Actor) throws {
        guard account.id != actor.accountID else {
            throw DomainError.forbidden("不能重置自己的密码，请在“账号与安全”中修改。")
        }
        guard account.roles.isDisjoint(with: [.sysadmin, .secadmin, .auditadmin]) else {
            throw DomainError.forbidden("管理员的密码不能由一个人在这里重置，须两人在服务器上用 minben password-reset 重置。")
        }
    }

    private func close(_ account: Account, _ entry: Entry, at now: Instant, in tx: Transaction) throws {
        _ = try SessionStore.deleteAll(of: account.id, except: nil, in: tx)
        try FailedAttempts.clear(entry.account.hash, in: tx)
        guard entry.removesFactors else { return }
        _ = try OneTimeCodeStore.unbind(account.id, in: tx)
        try RecoveryCodeStore.removeAll(of: account.id, in: tx)
        try PasskeyStore.removeAll(of: account.id, in: tx)
        try CertificateStore.removeAll(of: account.id, in: tx)
    }

    private func record(
        _ account: Account, _ entry: Entry, _ actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "password.reset", subject: "account:\(account.id)",
                sentence: "\(actor.name)重置了\(account.displayName)的密码，理由：\(entry.reason)。",
                detail: ["factors_removed": String(entry.removesFactors)]), in: tx)
        try signIn.entrance.notice(
            account.id, "管理员重置了您的密码\(entry.removesFactors ? "，并清除了第二因素" : "")。如果不是您申请的，请立即与政务服务大厅联系。", now, tx
        )
    }
}
