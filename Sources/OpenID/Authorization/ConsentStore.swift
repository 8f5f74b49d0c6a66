import Storage
import WorkingTime

/// What people let programs know: per program and person, remembered until they take it back.
enum ConsentStore {
    /// What was agreed to.
    struct Permission: Sendable {
        let client: Client
        let scopes: Scopes
        let givenAt: Instant
    }

    static func scopes(of account: Int64, client: Int64, in tx: Transaction) throws -> Scopes? {
        try tx.row("SELECT scopes FROM openid_consent WHERE account_id = \(account) AND client = \(client)")
            .map { try $0.value("scopes") }
    }

    static func remember(
        _ scopes: Scopes, of account: Int64, client: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO openid_consent (account_id, client, scopes, given_at)
            VALUES (\(account), \(client), \(scopes), \(now))
            ON CONFLICT (account_id, client)
            DO UPDATE SET scopes = excluded.scopes, given_at = excluded.given_at
            """)
    }

    static func all(of account: Int64, in tx: Transaction) throws -> [Permission] {
        let rows = try tx.rows(
            "SELECT client, scopes, given_at FROM openid_consent WHERE account_id = \(account) ORDER BY client LIMIT 100"
        )
        return try rows.compactMap { row in
            guard let client = try ClientStore.client(row.id("client"), in: tx) else { return nil }
            return Permission(
                client: client, scopes: try row.value("scopes"), givenAt: try row.instant("given_at"))
        }
    }

    /// - Returns: whether there was anything to take back.
    static func withdraw(of account: Int64, client: Int64, in tx: Transaction) throws -> Bool {
        try tx.execute("DELETE FROM openid_consent WHERE account_id = \(account) AND client = \(client)") > 0
    }
}
