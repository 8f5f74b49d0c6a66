import Storage
import WorkingTime

/// The SQL of posts that are to change.
enum PostChangeStore {
    /// How many stand on a page.
    static let pageSize = 50

    static func insert(_ change: PostChange, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO post_change (id, account_id, kind, organ, role, valid_from, valid_until, reason,
                asked_by, asker, asked_at, state, office)
            VALUES (\(change.id), \(change.accountID), \(change.kind), \(change.post.organ), \(change.post.role),
                \(change.term.from), \(change.term.until), \(change.reason),
                \(change.asked.accountID), \(change.asked.name), \(change.asked.at), \(change.state),
                \(change.office))
            """)
    }

    static func update(_ change: PostChange, in tx: Transaction) throws {
        let decided = change.decided
        try tx.execute(
            """
            UPDATE post_change
            SET state = \(change.state), decided_by = \(decided?.accountID), decider = \(decided?.name),
                decided_at = \(decided?.at), remark = \(change.remark)
            WHERE id = \(change.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> PostChange? {
        try tx.row("SELECT * FROM post_change WHERE id = \(id)").map(PostChange.init)
    }

    /// What waits for a decision, the oldest first.
    static func open(after: String?, in tx: Transaction) throws -> Slice<PostChange> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            "SELECT * FROM post_change WHERE state = 'open' AND id > \(last) ORDER BY id LIMIT \(pageSize + 1)"
        )
        return Slice(fetched: try rows.map(PostChange.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// What was asked for somebody, the newest first.
    static func changes(of account: Int64, in tx: Transaction) throws -> [PostChange] {
        try tx.rows(
            "SELECT * FROM post_change WHERE account_id = \(account) ORDER BY id DESC LIMIT \(pageSize)"
        ).map(PostChange.init)
    }
}

extension PostChange {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"), kind: try row.value("kind"),
            post: Post(organ: try row.text("organ"), role: try row.value("role")),
            term: try PostTerm(from: row.optionalDay("valid_from"), until: row.optionalDay("valid_until")),
            office: try row.optionalText("office"), reason: try row.text("reason"),
            asked: Signature(
                accountID: try row.id("asked_by"), name: try row.text("asker"),
                at: try row.instant("asked_at")))
        state = try row.value("state")
        remark = try row.optionalText("remark")
        guard let decider = try row.optionalID("decided_by") else { return }
        decided = Signature(
            accountID: decider, name: try row.text("decider"), at: try row.instant("decided_at"))
    }
}
