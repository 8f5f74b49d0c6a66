import Storage
import WorkingTime

/// The SQL of passwords.
enum PasswordStore {
    /// The hashes of the passwords that an account had, newest first, at most as many as are remembered.
    static func past(of accountID: Int64, in transaction: Transaction) throws -> [String] {
        try transaction.rows(
            """
            SELECT password_hash FROM past_password WHERE account_id = \(accountID)
            ORDER BY id DESC LIMIT \(PasswordRules.rememberedCount - 1)
            """
        ).map { try $0.text("password_hash") }
    }

    /// When the password was last changed; `nil` while it is the first.
    static func changedAt(of accountID: Int64, in transaction: Transaction) throws -> Instant? {
        try transaction.row("SELECT password_changed_at FROM account WHERE id = \(accountID)")?
            .optionalInstant("password_changed_at")
    }

    /// Puts a new password in the place of the one that was looked at, and remembers that one.
    ///
    /// - Parameter temporaryUntil: until when it lets its owner in, when somebody else made it.
    /// - Returns: whether it still was the one that was looked at.
    static func replace(
        _ old: Credential, with hash: String, temporaryUntil: Instant?, at now: Instant,
        in transaction: Transaction
    ) throws -> Bool {
        let count = try transaction.execute(
            """
            UPDATE account SET password_hash = \(hash), temporary_until = \(temporaryUntil),
                password_changed_at = \(now)
            WHERE id = \(old.accountID) AND password_hash = \(old.passwordHash)
            """)
        guard count > 0 else { return false }
        try remember(old, in: transaction)
        return true
    }

    private static func remember(_ old: Credential, in transaction: Transaction) throws {
        guard old.passwordHash != PasswordHasher.none else { return }
        try transaction.execute(
            """
            INSERT INTO past_password (id, account_id, password_hash)
            VALUES (\(transaction.ids.next()), \(old.accountID), \(old.passwordHash))
            """)
        try transaction.execute(
            """
            DELETE FROM past_password WHERE account_id = \(old.accountID) AND id NOT IN (
                SELECT id FROM past_password WHERE account_id = \(old.accountID)
                ORDER BY id DESC LIMIT \(PasswordRules.rememberedCount))
            """)
    }
}
