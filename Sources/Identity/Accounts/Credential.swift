import Storage
import WorkingTime

/// What proves an account's holder: the password's hash and the second factor. It never leaves this target.
struct Credential: Sendable {
    let accountID: Int64
    let name: LoginName
    let passwordHash: String
    /// Until when the password counts, when somebody else made it.
    let temporaryUntil: Instant?
    let totpSecret: String?
    let totpLastStep: Int64

    private static var columns: SQL {
        "id, name, password_hash, temporary_until, totp_secret, totp_last_step"
    }

    /// The credential behind a name, or `nil` when no account bears it or the account is disabled.
    static func load(_ name: LoginName, in transaction: Transaction) throws -> Credential? {
        guard name.isPossible else { return nil }
        return try transaction.row(
            "SELECT \(columns) FROM account WHERE name = \(name.text) AND disabled = 0"
        ).map { try Credential(row: $0, in: transaction) }
    }

    /// The credential of an account, or `nil` when it is disabled.
    static func load(_ accountID: Int64, in transaction: Transaction) throws -> Credential? {
        try transaction.row("SELECT \(columns) FROM account WHERE id = \(accountID) AND disabled = 0")
            .map { try Credential(row: $0, in: transaction) }
    }

    /// Whether the password still counts.
    func isUsable(at now: Instant) -> Bool { temporaryUntil.map { now < $0 } ?? true }

    /// Whether a one-time code is right; it is then used up.
    func accepts(_ code: String, at now: Instant, in transaction: Transaction) throws -> Bool {
        guard let secret = totpSecret, let generator = OneTimeCode(base32: secret),
            let step = generator.acceptedStep(code, at: now, after: totpLastStep)
        else { return false }
        return try use(step: step, in: transaction)
    }

    /// Marks a one-time code as used.
    /// - Returns: whether it was still unused: of two requests with the same code one comes too late.
    private func use(step: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE account SET totp_last_step = \(step) WHERE id = \(accountID) AND totp_last_step < \(step)"
        ) > 0
    }

    private init(row: Row, in transaction: Transaction) throws {
        let row = try SealedTable.accounts.opened(row, in: transaction)
        try self.init(
            accountID: row.id("id"), name: LoginName(row.text("name")),
            passwordHash: row.text("password_hash"), temporaryUntil: row.optionalInstant("temporary_until"),
            totpSecret: row.optionalText("totp_secret"), totpLastStep: row.id("totp_last_step"))
    }

    private init(
        accountID: Int64, name: LoginName, passwordHash: String, temporaryUntil: Instant?,
        totpSecret: String?, totpLastStep: Int64
    ) {
        self.accountID = accountID
        self.name = name
        self.passwordHash = passwordHash
        self.temporaryUntil = temporaryUntil
        self.totpSecret = totpSecret
        self.totpLastStep = totpLastStep
    }
}
