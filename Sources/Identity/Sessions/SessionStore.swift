import Storage
import WorkingTime

/// The SQL of sessions.
enum SessionStore {
    static func insert(_ session: Session, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO session (id_hash, account_id, kind, created_at, last_seen_at, expires_at, address)
            VALUES (\(session.idHash), \(session.accountID), \(session.kind), \(session.createdAt),
                \(session.lastSeenAt), \(session.expiresAt), \(session.address))
            """)
    }

    /// A session with its account as of a day, asked for together; nil when one of the two is not there.
    static func session(
        _ idHash: String, on day: CivilDate, in transaction: Transaction
    ) throws -> (Session, Account)? {
        let session: SQL = """
            SELECT id_hash, account_id, kind, created_at, last_seen_at, expires_at, address
            FROM session WHERE id_hash = \(idHash)
            """
        let account = AccountStore.queries(
            "(SELECT account_id FROM session WHERE id_hash = \(idHash))", on: day)
        let answers = try transaction.rows(of: [session] + account)
        guard let session = try answers[0].first.map(Session.init(row:)),
            let account = try AccountStore.account(Array(answers.dropFirst()))
        else { return nil }
        return (session, account)
    }

    /// Writes down that the session was used, unless another request did so in the meantime.
    static func touch(_ idHash: String, at now: Instant, in transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE session SET last_seen_at = \(now) WHERE id_hash = \(idHash) AND last_seen_at < \(now)")
    }

    /// - Returns: whether there was such a session.
    static func delete(_ idHash: String, in transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM session WHERE id_hash = \(idHash)") > 0
    }

    /// Removes the sessions that have ended.
    static func purge(at now: Instant, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM session WHERE expires_at <= \(now)")
    }
}

extension Session {
    fileprivate init(row: Row) throws {
        try self.init(
            idHash: row.text("id_hash"), accountID: row.id("account_id"), kind: row.value("kind"),
            createdAt: row.instant("created_at"), lastSeenAt: row.instant("last_seen_at"),
            expiresAt: row.instant("expires_at"), address: row.text("address"))
    }
}
