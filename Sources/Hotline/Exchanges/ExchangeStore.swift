import Storage
import WorkingTime

/// The SQL of exchanges. There are few, and what was revoked stays to be seen.
enum ExchangeStore {
    static func insert(_ exchange: Exchange, _ token: ExchangeToken, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hotline_exchange (id, organ, name, token_digest, issued_by, issued_at)
            VALUES (\(exchange.id), \(exchange.organ), \(exchange.name), \(token.digest), \(exchange.issuedBy),
                \(exchange.issuedAt))
            """)
    }

    /// Takes the token back; no when it was, or is none.
    static func revoke(_ id: Int64, at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.execute(
            "UPDATE hotline_exchange SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL") == 1
    }

    /// The exchange that has this token and may use it.
    static func find(_ token: ExchangeToken, in tx: Transaction) throws -> Exchange? {
        try tx.row(
            "SELECT * FROM hotline_exchange WHERE token_digest = \(token.digest) AND revoked_at IS NULL"
        ).map(Exchange.init)
    }

    /// All of them, the newest first.
    static func exchanges(in tx: Transaction) throws -> [Exchange] {
        try tx.rows("SELECT * FROM hotline_exchange ORDER BY id DESC LIMIT 100").map(Exchange.init)
    }
}

extension Exchange {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), organ: try row.text("organ"), name: try row.text("name"),
            issuedBy: try row.text("issued_by"), issuedAt: try row.instant("issued_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }
}
