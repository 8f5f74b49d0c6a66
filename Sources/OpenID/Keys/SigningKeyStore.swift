import Storage
import WorkingTime

/// The SQL of the provider's keys. Their private halves are sealed with the key ring of the installation: whoever has the
/// database or a backup of it cannot sign, and all nodes have the same keys without a file to carry about.
enum SigningKeyStore {
    static let sealed = SealedTable("openid_key", columns: ["private_key"])

    /// The keys that are published, the oldest first.
    static func published(at now: Instant, in tx: Transaction) throws -> [SigningKey] {
        try tx.rows("SELECT * FROM openid_key ORDER BY id LIMIT 100").map { row in
            SigningKey(
                kid: try row.text("kid"), algorithm: try row.value("algorithm"),
                pem: try sealed.open("private_key", of: row, in: tx),
                createdAt: try row.instant("created_at"), retiredAt: try row.optionalInstant("retired_at"))
        }.filter { $0.isPublished(at: now) }
    }

    /// Puts a key in its place, unless there is one already: another node may have been first.
    static func insert(_ key: SigningKey, in tx: Transaction) throws {
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO openid_key (id, kid, algorithm, private_key, created_at)
            VALUES (\(id), \(key.kid), \(key.algorithm),
                \(sealed.seal(key.pem, "private_key", row: id, in: tx)), \(key.createdAt))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Lets the present keys sign nothing any more.
    static func retire(at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE openid_key SET retired_at = \(now) WHERE retired_at IS NULL")
    }

    /// Forgets the keys whose tokens are all out of date.
    static func purge(at now: Instant, in tx: Transaction) throws {
        let end = now.adding(seconds: -OpenIDSettings.retiredKeySeconds)
        try tx.execute("DELETE FROM openid_key WHERE retired_at <= \(end)")
    }
}
