import Storage
import WorkingTime

/// The SQL of recovery codes.
enum RecoveryCodeStore {
    /// Uses a code up.
    /// - Returns: whether it was there and unused: of two requests with the same code one comes too late.
    static func use(
        _ code: RecoveryCode, of accountID: Int64, at now: Instant, in transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE recovery_code SET used_at = \(now)
            WHERE account_id = \(accountID) AND code_hash = \(code.hash) AND used_at IS NULL
            """) > 0
    }

    static func unusedCount(of accountID: Int64, in transaction: Transaction) throws -> Int {
        try transaction.count(
            "SELECT count(*) FROM recovery_code WHERE account_id = \(accountID) AND used_at IS NULL")
    }

    /// Puts new codes in the place of all old ones.
    static func replace(
        with codes: [RecoveryCode], of accountID: Int64, in transaction: Transaction
    ) throws {
        try removeAll(of: accountID, in: transaction)
        for code in codes {
            try transaction.execute(
                "INSERT INTO recovery_code (account_id, code_hash) VALUES (\(accountID), \(code.hash))")
        }
    }

    static func removeAll(of accountID: Int64, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM recovery_code WHERE account_id = \(accountID)")
    }
}
