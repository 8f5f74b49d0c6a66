import Storage
import WorkingTime

/// The SQL of waiting kiosks.
enum KioskStore {
    private static var columns: SQL {
        "id, kiosk, created_at, expires_at, account_id, confirmed_at, collected_at"
    }

    /// - Parameter holder: the token that the kiosk alone holds.
    static func insert(
        _ signIn: KioskSignIn, code: KioskCode, holder: SessionToken, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO kiosk_sign_in (id, code_hash, holder_hash, kiosk, created_at, expires_at)
            VALUES (\(signIn.id), \(code.hash), \(holder.hash), \(signIn.kiosk), \(signIn.createdAt),
                \(signIn.expiresAt))
            """)
    }

    static func signIn(_ code: KioskCode, in transaction: Transaction) throws -> KioskSignIn? {
        try transaction.row("SELECT \(columns) FROM kiosk_sign_in WHERE code_hash = \(code.hash)")
            .map(KioskSignIn.init(row:))
    }

    static func signIn(heldBy token: SessionToken, in transaction: Transaction) throws -> KioskSignIn? {
        try transaction.row("SELECT \(columns) FROM kiosk_sign_in WHERE holder_hash = \(token.hash)")
            .map(KioskSignIn.init(row:))
    }

    /// The same as it stands now, held until the end of the transaction.
    static func locked(_ signIn: KioskSignIn, in transaction: Transaction) throws -> KioskSignIn {
        try transaction.lock("kiosk_sign_in", id: signIn.id)
        let row = try transaction.row("SELECT \(columns) FROM kiosk_sign_in WHERE id = \(signIn.id)")
        return try row.map(KioskSignIn.init(row:)) ?? signIn
    }

    static func save(_ signIn: KioskSignIn, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE kiosk_sign_in SET account_id = \(signIn.accountID), confirmed_at = \(signIn.confirmedAt),
                collected_at = \(signIn.collectedAt)
            WHERE id = \(signIn.id)
            """)
    }

    static func purge(at now: Instant, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM kiosk_sign_in WHERE expires_at <= \(now)")
    }
}

extension KioskSignIn {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row.id("id"), kiosk: row.text("kiosk"), createdAt: row.instant("created_at"),
            expiresAt: row.instant("expires_at"), accountID: row.optionalID("account_id"),
            confirmedAt: row.optionalInstant("confirmed_at"),
            collectedAt: row.optionalInstant("collected_at"))
    }
}
