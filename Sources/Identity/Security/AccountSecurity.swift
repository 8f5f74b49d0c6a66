import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What changes of an account's own keys share: who does it, and that the journal and its owner hear of it.
struct AccountSecurity: Sendable {
    let signIn: SignIn
    let passwords: PasswordCheck
    let challenges: Challenges

    var database: Database { signIn.database }
    var settings: IdentitySettings { signIn.settings }

    /// Changes something of the holder's own account, in one transaction with its journal entry and its notice.
    func change<T: Sendable>(
        _ holder: any SessionHolder, _ request: WebRequest,
        _ body: @escaping @Sendable (SecurityAct) throws -> T
    ) async throws -> T {
        let (account, sessionID, now) = (holder.account, holder.sessionID, request.now)
        let actor = account.actor(channel: request.channel.rawValue, address: request.address)
        let notice = signIn.entrance.notice
        return try await database.write { transaction in
            try transaction.lock("account", id: account.id)
            return try body(
                SecurityAct(
                    actor: actor, account: account, sessionID: sessionID, now: now, notice: notice,
                    transaction: transaction))
        }
    }

    /// Counts a wrong proof under the account's name, as a wrong sign-in is, and keeps it in the journal.
    func refuseProof(of holder: any SessionHolder, _ factor: Factor, _ request: WebRequest) async throws {
        let name = LoginName(holder.account.name)
        try await change(holder, request) { act in
            var failures = try FailedAttempts.loadLocked(name.hash, at: act.now, in: act.transaction)
            failures.record(at: act.now)
            try failures.save(name.hash, at: act.now, in: act.transaction)
            try act.record(
                "proof.refused", "\(act.actor.name)的身份验证没有通过。", outcome: .refused,
                detail: ["factor": factor.rawValue])
        }
    }

    /// The cookies of a session that has just begun.
    func cookies(_ opened: OpenedSession, on response: WebResponse) -> WebResponse {
        let response = response.cookie(SetCookie(settings.cookieName, opened.token.text))
        guard let device = opened.device else { return response }
        return response.cookie(
            SetCookie(settings.deviceCookieName, device.text, maxAgeSeconds: DeviceMark.keptSeconds))
    }

    /// The cookie of a session under its new token.
    func cookie(_ token: SessionToken, on response: WebResponse) -> WebResponse {
        response.cookie(SetCookie(settings.cookieName, token.text))
    }
}

/// One change of an account's keys, under way.
struct SecurityAct {
    let actor: Actor
    let account: Account
    let sessionID: String
    let now: Instant
    let notice: SecurityNotice
    let transaction: Transaction

    /// Keeps in the journal what happened; never a secret.
    func record(
        _ action: String, _ sentence: Sentence, outcome: JournalEntry.Outcome = .done,
        detail: [String: String] = [:]
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account:\(account.id)", outcome: outcome,
                sentence: sentence, detail: detail), in: transaction)
    }

    /// Tells the account's owner.
    func tell(_ sentence: Sentence) throws { try notice(account.id, sentence, now, transaction) }

    /// Puts the session under a new token, because its rights rise or its keys change.
    /// - Throws: `DomainError.signInRequired` when it has ended in the meantime.
    func renewSession(proving factors: Factors) throws -> SessionToken {
        guard
            let token = try SessionStore.renew(sessionID, proving: factors, at: now, in: transaction)
        else { throw DomainError.signInRequired("登录已失效，请重新登录。") }
        return token
    }
}
