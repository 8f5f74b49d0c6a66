import Journal
import Refusals
import Storage
import WorkingTime

/// A session that has just begun, with the one copy of its token.
struct OpenedSession: Sendable {
    let token: SessionToken
    let session: Session
    let account: Account
}

/// Opens and closes sessions. Page and API call the same functions.
struct SignIn: Sendable {
    let database: Database
    let hasher: PasswordHasher
    let settings: IdentitySettings

    /// The one answer to a wrong name, a wrong password and a wrong code alike.
    static let wrong = DomainError.signInRequired("账号、密码或动态口令不正确，请核对后重试。连续 5 次不正确将暂停登录 15 分钟。")

    /// The answer to the right password of somebody who must prove more than that.
    static let secondFactorMissing = DomainError.forbidden(
        "工作人员登录须使用密码和动态口令两种方式。本账号还没有绑定动态口令，请联系系统管理员。")

    /// Signs somebody in.
    ///
    /// The password is checked between two transactions, because it takes long; the second one looks at the
    /// lock again, so that a hundred guesses sent at once count like a hundred sent in turn.
    /// - Throws: `DomainError.signInRequired` when something was wrong, `.tooMany` while the name is
    ///   locked, `.forbidden` when a second factor is needed and none is registered.
    func open(_ attempt: SignInAttempt) async throws -> OpenedSession {
        let credential = try await database.read { transaction in
            try FailedAttempts.load(attempt.name.hash, in: transaction).checkOpen(at: attempt.now)
            return try Credential.load(attempt.name, in: transaction)
        }
        let isRight = try await hasher.verify(attempt.password, against: credential?.passwordHash)
        let decision = try await database.write { transaction in
            try decide(attempt, isRight ? credential : nil, known: credential?.accountID, in: transaction)
        }
        return try decision.get()
    }

    /// Ends a session; ending one that is already over is no error.
    func close(_ sessionID: String, by actor: Actor, at now: Instant) async throws {
        try await database.write { transaction in
            guard try SessionStore.delete(sessionID, in: transaction) else { return }
            try SessionJournal(actor: actor, now: now).closed(in: transaction)
        }
    }

    /// The refusal is a value and not thrown, because the count of failures must be kept with it.
    private func decide(
        _ attempt: SignInAttempt, _ credential: Credential?, known accountID: Int64?,
        in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        var failures = try FailedAttempts.loadLocked(attempt.name.hash, at: attempt.now, in: transaction)
        try failures.checkOpen(at: attempt.now)
        guard let credential, try acceptsCode(attempt, credential, in: transaction),
            let account = try AccountStore.account(
                credential.accountID, on: attempt.now.day, in: transaction)
        else {
            failures.record(at: attempt.now)
            try failures.save(attempt.name.hash, at: attempt.now, in: transaction)
            return try refuse(attempt, accountID, SignIn.wrong, in: transaction)
        }
        guard !account.isStaff || !settings.requiresSecondFactor || credential.totpSecret != nil else {
            return try refuse(attempt, accountID, SignIn.secondFactorMissing, in: transaction)
        }
        try FailedAttempts.clear(attempt.name.hash, in: transaction)
        return .success(try begin(attempt, account, in: transaction))
    }

    private func refuse(
        _ attempt: SignInAttempt, _ accountID: Int64?, _ reason: DomainError, in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        try SessionJournal.refused(attempt, accountID: accountID, in: transaction)
        return .failure(reason)
    }

    private func acceptsCode(
        _ attempt: SignInAttempt, _ credential: Credential, in transaction: Transaction
    ) throws -> Bool {
        guard let secret = credential.totpSecret else { return true }
        guard let code = attempt.code, let generator = OneTimeCode(base32: secret),
            let step = generator.acceptedStep(code, at: attempt.now, after: credential.totpLastStep)
        else { return false }
        return try credential.use(step: step, in: transaction)
    }

    private func begin(
        _ attempt: SignInAttempt, _ account: Account, in transaction: Transaction
    ) throws -> OpenedSession {
        let token = SessionToken.random()
        let session = settings.sessions.open(
            token, for: account.id, kind: attempt.kind, address: attempt.address, at: attempt.now)
        try SessionStore.insert(session, in: transaction)
        let actor = account.actor(channel: attempt.kind.rawValue, address: attempt.address)
        try SessionJournal(actor: actor, now: attempt.now).opened(in: transaction)
        return OpenedSession(token: token, session: session, account: account)
    }
}
