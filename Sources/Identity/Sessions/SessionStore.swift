import Refusals
import Storage
import WorkingTime

/// The SQL of sessions.
enum SessionStore {
    private static var columns: SQL {
        "id_hash, account_id, kind, created_at, last_seen_at, expires_at, address, factors, proved_at, agent"
    }

    static func insert(_ session: Session, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO session (\(columns))
            VALUES (\(session.idHash), \(session.accountID), \(session.kind), \(session.createdAt),
                \(session.lastSeenAt), \(session.expiresAt), \(session.address), \(session.factors),
                \(session.provedAt), \(session.agent))
            """)
    }

    /// Whoever holds a session.
    struct Holder {
        let session: Session
        let account: Account
        /// What the account must do before anything else.
        let standing: Standing
        /// How many messages it has not read; 0 when it was not asked.
        let unread: Int
        /// What the organ of its first post is called; nil without a post.
        let organName: String?
    }

    /// The holder of a session as of a day; nil when there is no such session or account.
    ///
    /// All is asked together: on every page of everybody this is one journey to the database.
    static func holder(
        of idHash: String, on day: CivilDate, _ grants: Grants, counting unread: UnreadQuery?,
        in transaction: Transaction
    ) throws -> Holder? {
        let session: SQL = "SELECT \(columns) FROM session WHERE id_hash = \(idHash)"
        let id: SQL = "(SELECT account_id FROM session WHERE id_hash = \(idHash))"
        var answers = try transaction.rows(
            of: [session] + AccountStore.queries(id, on: day) + (unread.map { [$0(id)] } ?? []))
        let count = try unread == nil ? 0 : answers.removeLast().first?.int("unread")
        guard let session = try answers.removeFirst().first.map(Session.init(row:)),
            let account = try AccountStore.account(answers, grants),
            let standing = try answers[0].first.map(Standing.init(row:))
        else { return nil }
        return Holder(
            session: session, account: account, standing: standing, unread: count ?? 0,
            organName: try AccountStore.organName(of: account, in: answers))
    }

    /// The sessions of an account that still count at most `limit`, the one used last first.
    static func sessions(
        of accountID: Int64, idleSeconds: Int, at now: Instant, limit: Int, in transaction: Transaction
    ) throws -> [Session] {
        try transaction.rows(
            """
            SELECT \(columns) FROM session WHERE account_id = \(accountID) AND expires_at > \(now)
                AND (kind = 'api' OR last_seen_at > \(now.adding(seconds: -idleSeconds)))
            ORDER BY last_seen_at DESC, id_hash LIMIT \(limit)
            """
        ).map(Session.init(row:))
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

    /// Removes one session of an account.
    /// - Returns: whether the account had it.
    static func delete(_ idHash: String, of accountID: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "DELETE FROM session WHERE id_hash = \(idHash) AND account_id = \(accountID)") > 0
    }

    /// Removes all sessions of an account but one.
    /// - Returns: how many.
    static func deleteAll(
        of accountID: Int64, except idHash: String?, in transaction: Transaction
    ) throws -> Int {
        try transaction.execute(
            "DELETE FROM session WHERE account_id = \(accountID) AND id_hash <> \(idHash ?? "")")
    }

    /// Puts the session under a new token.
    /// - Returns: the token, or `nil` when the session has ended in the meantime.
    /// - Throws: `DomainError.forbidden` for a session at a kiosk, which never rises.
    static func renew(
        _ idHash: String, proving factors: Factors, at now: Instant, in transaction: Transaction
    ) throws -> SessionToken? {
        let row = try transaction.row(
            "DELETE FROM session WHERE id_hash = \(idHash) AND expires_at > \(now) RETURNING *")
        guard let old = try row.map(Session.init(row:)) else { return nil }
        guard !old.factors.all.contains(.kiosk) else {
            throw DomainError.forbidden("自助终端上不能进行这项操作，请用自己的手机或电脑办理。")
        }
        let token = SessionToken.random()
        try insert(old.renewed(token, proving: factors, at: now), in: transaction)
        return token
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
            expiresAt: row.instant("expires_at"), address: row.text("address"),
            factors: row.value("factors"), provedAt: row.instant("proved_at"), agent: row.text("agent"))
    }
}
