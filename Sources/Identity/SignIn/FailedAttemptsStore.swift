import Storage
import WorkingTime

extension FailedAttempts {
    /// The failures counted under a name; none when it is not known.
    static func load(_ nameHash: String, in transaction: Transaction) throws -> FailedAttempts {
        let row = try transaction.row(
            """
            SELECT failed_count, last_failed_at, locked_until FROM failed_sign_in
            WHERE name_hash = \(nameHash)
            """)
        guard let row else { return FailedAttempts() }
        return try FailedAttempts(
            count: row.int("failed_count"), lastFailedAt: row.instant("last_failed_at"),
            lockedUntil: row.optionalInstant("locked_until"))
    }

    /// The same, held until the end of the transaction: a row that is written first is locked on every
    /// engine, and two guesses at once are counted one after the other.
    static func loadLocked(
        _ nameHash: String, at now: Instant, in transaction: Transaction
    ) throws -> FailedAttempts {
        try transaction.execute(
            """
            INSERT INTO failed_sign_in (name_hash, failed_count, last_failed_at) VALUES (\(nameHash), 0, \(now))
            ON CONFLICT (name_hash) DO UPDATE SET name_hash = excluded.name_hash
            """)
        return try load(nameHash, in: transaction)
    }

    /// Keeps the count under the name.
    func save(_ nameHash: String, at now: Instant, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO failed_sign_in (name_hash, failed_count, last_failed_at, locked_until)
            VALUES (\(nameHash), \(count), \(lastFailedAt ?? now), \(lockedUntil))
            ON CONFLICT (name_hash) DO UPDATE SET failed_count = excluded.failed_count,
                last_failed_at = excluded.last_failed_at, locked_until = excluded.locked_until
            """)
    }

    /// Forgets the failures under a name, after the right password.
    static func clear(_ nameHash: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM failed_sign_in WHERE name_hash = \(nameHash)")
    }

    /// Removes the counts that no longer matter.
    static func purge(at now: Instant, in transaction: Transaction) throws {
        let oldest = now.adding(seconds: -2 * lockSeconds)
        try transaction.execute("DELETE FROM failed_sign_in WHERE last_failed_at < \(oldest)")
    }
}
