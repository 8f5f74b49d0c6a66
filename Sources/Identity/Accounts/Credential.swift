import Storage

/// What proves an account's holder: the password's hash and the second factor. It never leaves this target.
struct Credential: Sendable {
    let accountID: Int64
    let passwordHash: String
    let totpSecret: String?
    let totpLastStep: Int64

    /// The credential behind a name, or `nil` when no account bears it or the account is disabled.
    static func load(_ name: LoginName, in transaction: Transaction) throws -> Credential? {
        guard name.isPossible else { return nil }
        return try transaction.row(
            """
            SELECT id, password_hash, totp_secret, totp_last_step FROM account
            WHERE name = \(name.text) AND disabled = 0
            """
        ).map(Credential.init(row:))
    }

    /// Marks a one-time code as used.
    /// - Returns: whether it was still unused: of two requests with the same code one comes too late.
    func use(step: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE account SET totp_last_step = \(step) WHERE id = \(accountID) AND totp_last_step < \(step)"
        ) > 0
    }

    private init(row: Row) throws {
        try self.init(
            accountID: row.id("id"), passwordHash: row.text("password_hash"),
            totpSecret: row.optionalText("totp_secret"), totpLastStep: row.id("totp_last_step"))
    }

    init(accountID: Int64, passwordHash: String, totpSecret: String?, totpLastStep: Int64) {
        self.accountID = accountID
        self.passwordHash = passwordHash
        self.totpSecret = totpSecret
        self.totpLastStep = totpLastStep
    }
}
