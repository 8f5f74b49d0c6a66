import Storage
import WorkingTime

/// The SQL of one-time codes.
enum OneTimeCodeStore {
    /// How long a secret that was shown waits for its confirmation.
    static let pendingSeconds = 15 * 60

    /// Puts a secret down that is about to be shown; the one before is worth nothing any more.
    static func begin(
        _ secret: String, of accountID: Int64, at now: Instant, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO totp_enrolment (account_id, secret, created_at)
            VALUES (\(accountID), \(secret), \(now))
            ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
            """)
    }

    /// The secret that waits for its confirmation; `nil` when there is none, or it has waited too long.
    static func pending(of accountID: Int64, at now: Instant, in transaction: Transaction) throws -> String? {
        try transaction.row(
            """
            SELECT secret FROM totp_enrolment
            WHERE account_id = \(accountID) AND created_at > \(now.adding(seconds: -pendingSeconds))
            """
        )?.text("secret")
    }

    /// Makes a confirmed secret the account's own; the code that confirmed it is used up.
    static func bind(
        _ secret: String, step: Int64, of accountID: Int64, in transaction: Transaction
    ) throws {
        let secret = try SealedTable.accounts.seal(secret, "totp_secret", row: accountID, in: transaction)
        try transaction.execute(
            "UPDATE account SET totp_secret = \(secret), totp_last_step = \(step) WHERE id = \(accountID)")
        try transaction.execute("DELETE FROM totp_enrolment WHERE account_id = \(accountID)")
    }

    /// Takes the secret away. The last step stays: a code that was used does not come back.
    /// - Returns: whether there was one.
    static func unbind(_ accountID: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM totp_enrolment WHERE account_id = \(accountID)")
        return try transaction.execute(
            "UPDATE account SET totp_secret = NULL WHERE id = \(accountID) AND totp_secret IS NOT NULL") > 0
    }
}
