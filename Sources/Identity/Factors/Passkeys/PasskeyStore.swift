import Storage
import WebAuthn
import WorkingTime

/// The SQL of passkeys.
enum PasskeyStore {
    private static var columns: SQL {
        "id, account_id, credential_id, public_key, sign_count, is_backed_up, name, created_at, last_used_at"
    }

    /// The passkeys of an account, the oldest first: a few, see ``FactorCount/mostPasskeys``.
    static func passkeys(of accountID: Int64, in transaction: Transaction) throws -> [Passkey] {
        try transaction.rows(
            "SELECT \(columns) FROM passkey WHERE account_id = \(accountID) ORDER BY id LIMIT 100"
        ).map(Passkey.init(row:))
    }

    /// The passkey with this id, held until the end of the transaction, or `nil`.
    static func locked(credentialID: [UInt8], in transaction: Transaction) throws -> Passkey? {
        let row = try transaction.row(
            "SELECT id FROM passkey WHERE credential_id = \(Base64URLText.encode(credentialID))")
        guard let id = try row?.id("id") else { return nil }
        try transaction.lock("passkey", id: id)
        return try transaction.row("SELECT \(columns) FROM passkey WHERE id = \(id)").map(Passkey.init(row:))
    }

    /// - Returns: whether it is new: the same credential is bound once.
    static func insert(
        _ credential: PublicKeyCredential, name: String, of accountID: Int64, at now: Instant,
        in transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO passkey (id, account_id, credential_id, public_key, sign_count, is_backed_up, name,
                created_at)
            VALUES (\(transaction.ids.next()), \(accountID), \(Base64URLText.encode(credential.id)),
                \(Base64URLText.encode(credential.publicKey)), \(Int64(credential.signCount)),
                \(credential.isBackedUp), \(name), \(now))
            ON CONFLICT (credential_id) DO NOTHING
            """) > 0
    }

    static func save(
        _ credential: PublicKeyCredential, of passkey: Passkey, at now: Instant, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE passkey SET sign_count = \(Int64(credential.signCount)),
                is_backed_up = \(credential.isBackedUp), last_used_at = \(now)
            WHERE id = \(passkey.id)
            """)
    }

    static func removeAll(of accountID: Int64, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM passkey WHERE account_id = \(accountID)")
    }

    /// - Returns: the name of the one that was removed, or `nil` when the account has none with this id.
    static func remove(_ id: Int64, of accountID: Int64, in transaction: Transaction) throws -> String? {
        try transaction.row(
            "DELETE FROM passkey WHERE id = \(id) AND account_id = \(accountID) RETURNING name"
        )?.text("name")
    }
}

extension Passkey {
    fileprivate init(row: Row) throws {
        let credential = PublicKeyCredential(
            id: Base64URLText.decode(try row.text("credential_id")) ?? [],
            publicKey: Base64URLText.decode(try row.text("public_key")) ?? [],
            signCount: UInt32(truncatingIfNeeded: try row.id("sign_count")), isUserVerified: true,
            isBackedUp: try row.bool("is_backed_up"))
        try self.init(
            id: row.id("id"), accountID: row.id("account_id"), credential: credential,
            name: row.text("name"), createdAt: row.instant("created_at"),
            lastUsedAt: row.optionalInstant("last_used_at"))
    }
}
