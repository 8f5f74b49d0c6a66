import Storage
import WorkingTime

/// A token as it is kept: by its hash.
struct StoredToken: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable {
        case access
        case refresh
    }

    let hash: String
    let grantID: Int64
    let kind: Kind
    let scopes: Scopes
    let issuedAt: Instant
    let expiresAt: Instant
    let usedAt: Instant?
}

/// The SQL of tokens.
enum TokenStore {
    static func insert(
        _ secret: OpaqueSecret, _ kind: StoredToken.Kind, of grant: Grant, _ scopes: Scopes, at now: Instant,
        until end: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO openid_token (hash, grant_id, kind, scopes, issued_at, expires_at)
            VALUES (\(secret.hash), \(grant.id), \(kind), \(scopes), \(now), \(end))
            """)
    }

    static func token(_ secret: OpaqueSecret, _ kind: StoredToken.Kind, in tx: Transaction) throws
        -> StoredToken?
    {
        try tx.row("SELECT * FROM openid_token WHERE hash = \(secret.hash) AND kind = \(kind)").map { row in
            try StoredToken(
                hash: row.text("hash"), grantID: row.id("grant_id"), kind: row.value("kind"),
                scopes: row.value("scopes"), issuedAt: row.instant("issued_at"),
                expiresAt: row.instant("expires_at"), usedAt: row.optionalInstant("used_at"))
        }
    }

    static func use(_ hash: String, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE openid_token SET used_at = \(now) WHERE hash = \(hash)")
    }

    static func delete(_ hash: String, in tx: Transaction) throws {
        try tx.execute("DELETE FROM openid_token WHERE hash = \(hash)")
    }
}
