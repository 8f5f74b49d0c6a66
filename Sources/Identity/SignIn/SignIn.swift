import Journal
import Refusals
import Storage
import WorkingTime

/// Opens sessions by password, and closes them. Page and API call the same functions.
struct SignIn: Sendable {
    let database: Database
    let hasher: PasswordHasher
    let entrance: Entrance
    let tide = TideGauge()

    var settings: IdentitySettings { entrance.settings }

    /// The one answer to a wrong name, a wrong password and a wrong code alike.
    static let wrong = DomainError.signInRequired("账号、密码或动态口令不正确，请核对后重试。连续 5 次不正确将暂停登录 15 分钟。")

    /// The answer to the right password of somebody whose second factor is another one.
    static let otherFactorNeeded = DomainError.forbidden("本账号须使用通行密钥、数字证书或恢复码登录，单凭密码不能登录。")

    /// The answer to a program whose account must first be put in order by its owner.
    static let pageNeeded = DomainError.forbidden("本账号须先在网页登录，修改一次性密码或绑定动态口令、通行密钥。")

    /// Signs somebody in.
    ///
    /// The password is checked between two transactions, because it takes long; the second one looks at the
    /// lock again, so that a hundred guesses sent at once count like a hundred sent in turn.
    /// - Throws: `DomainError.signInRequired` when something was wrong, `.tooMany` while the name is
    ///   locked or the tide of failures is high, `.forbidden` when the account needs another way.
    func open(_ attempt: SignInAttempt) async throws -> OpenedSession {
        let credential = try await database.read { transaction in
            try FailedAttempts.load(attempt.name.hash, in: transaction).checkOpen(at: attempt.now)
            let credential = try Credential.load(attempt.name, in: transaction)
            try checkTide(attempt.arrival, credential?.accountID, in: transaction)
            return credential
        }
        let isRight = try await hasher.verify(attempt.password, against: credential?.passwordHash)
        let decision = try await database.write { transaction in
            try decide(attempt, isRight ? credential : nil, known: credential?.accountID, in: transaction)
        }
        if case .failure(SignIn.wrong) = decision { tide.rise(at: attempt.now) }
        return try decision.get()
    }

    /// Ends a session; ending one that is already over is no error.
    func close(_ sessionID: String, by actor: Actor, at now: Instant) async throws {
        try await database.write { transaction in
            guard try SessionStore.delete(sessionID, in: transaction) else { return }
            try SessionJournal(actor: actor, now: now).closed(in: transaction)
        }
    }

    /// While many sign-ins fail everywhere, a password counts only on a device of the account's own.
    private func checkTide(_ arrival: Arrival, _ accountID: Int64?, in transaction: Transaction) throws {
        guard tide.isHigh(at: arrival.now) else { return }
        guard let accountID, let device = arrival.device,
            try DeviceStore.isKnown(device, to: accountID, in: transaction)
        else { throw TideGauge.closed }
    }

    /// The refusal is a value and not thrown, because the count of failures must be kept with it.
    private func decide(
        _ attempt: SignInAttempt, _ credential: Credential?, known accountID: Int64?,
        in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        var failures = try FailedAttempts.loadLocked(attempt.name.hash, at: attempt.now, in: transaction)
        try failures.checkOpen(at: attempt.now)
        guard let credential, credential.isUsable(at: attempt.now),
            let factors = try SecondFactor(entrance: entrance).factors(attempt, credential, in: transaction),
            let (account, standing) = try AccountStore.standing(
                credential.accountID, on: attempt.now.day, in: transaction)
        else {
            failures.record(at: attempt.now)
            try failures.save(attempt.name.hash, at: attempt.now, in: transaction)
            return try refuse(attempt, accountID, SignIn.wrong, in: transaction)
        }
        if let refusal = needsAnotherWay(attempt, account, standing, factors) {
            failures.record(at: attempt.now)
            try failures.save(attempt.name.hash, at: attempt.now, in: transaction)
            return try refuse(attempt, accountID, refusal, in: transaction)
        }
        try FailedAttempts.clear(attempt.name.hash, in: transaction)
        return .success(
            try entrance.admit(account, standing, by: factors, attempt.arrival, in: transaction))
    }

    private func needsAnotherWay(
        _ attempt: SignInAttempt, _ account: Account, _ standing: Standing, _ factors: Factors
    ) -> DomainError? {
        if attempt.kind == .api, standing.obligation(of: account, settings) != nil {
            return SignIn.pageNeeded
        }
        let isAlone = factors == Factors(.password)
        guard isAlone, account.isStaff, settings.requiresSecondFactor, standing.hasSecondFactor else {
            return nil
        }
        return SignIn.otherFactorNeeded
    }

    private func refuse(
        _ attempt: SignInAttempt, _ accountID: Int64?, _ reason: DomainError, in transaction: Transaction
    ) throws -> Result<OpenedSession, DomainError> {
        try SessionJournal.refused(attempt, accountID: accountID, in: transaction)
        return .failure(reason)
    }
}
