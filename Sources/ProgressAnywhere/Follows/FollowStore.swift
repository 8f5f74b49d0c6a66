import Storage
import WorkingTime

/// The SQL of follows.
enum FollowStore {
    /// How many stand on a page.
    static let pageSize = 50

    static func insert(_ follow: Follow, in tx: Transaction) throws {
        var number: String?
        if case .matter(let one) = follow.scope { number = one }
        try tx.execute(
            """
            INSERT INTO progress_follow (id, owner_id, follower_id, relation, case_number, valid_until, invited_at)
            VALUES (\(follow.id), \(follow.owner.accountID), \(follow.follower.accountID), \(follow.relation),
                \(number), \(follow.until), \(follow.invitedAt))
            """)
    }

    static func update(_ follow: Follow, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE progress_follow SET accepted_at = \(follow.acceptedAt), ended_by = \(follow.ended?.accountID),
                ended_at = \(follow.ended?.at)
            WHERE id = \(follow.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> Follow? {
        try tx.row("\(columns) WHERE f.id = \(id)").map(Follow.init)
    }

    /// Those of an owner that are waiting or in force on a day.
    static func open(of owner: Int64, on day: CivilDate, in tx: Transaction) throws -> [Follow] {
        try tx.rows(
            """
            \(columns) WHERE f.owner_id = \(owner) AND f.ended_at IS NULL AND f.valid_until >= \(day)
            ORDER BY f.id DESC LIMIT \(Follow.mostOpen)
            """
        ).map(Follow.init)
    }

    /// Those by which somebody may look on a day.
    static func inForce(for follower: Int64, on day: CivilDate, in tx: Transaction) throws -> [Follow] {
        try tx.rows(
            """
            \(columns) WHERE f.follower_id = \(follower) AND f.ended_at IS NULL AND f.accepted_at IS NOT NULL
                AND f.valid_until >= \(day)
            ORDER BY f.id DESC LIMIT \(pageSize)
            """
        ).map(Follow.init)
    }

    /// Those by which others look at somebody's matters on a day.
    static func inForce(of owner: Int64, on day: CivilDate, in tx: Transaction) throws -> [Follow] {
        try open(of: owner, on: day, in: tx).filter { $0.state(on: day) == .inForce }
    }

    /// Those that somebody has given, the newest first.
    static func given(by owner: Int64, after: String?, in tx: Transaction) throws -> Slice<Follow> {
        try page("f.owner_id = \(owner)", after: after, in: tx)
    }

    /// Those that somebody was asked for, the newest first, as many as a page holds.
    static func received(by follower: Int64, in tx: Transaction) throws -> [Follow] {
        try page("f.follower_id = \(follower)", after: nil, in: tx).items
    }

    private static func page(_ condition: SQL, after: String?, in tx: Transaction) throws -> Slice<Follow> {
        let last = try after.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "\(columns) WHERE \(condition) AND f.id < \(last) ORDER BY f.id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(Follow.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    private static let columns: SQL = """
        SELECT f.*, o.display_name AS owner_name, p.display_name AS follower_name
        FROM progress_follow f JOIN account o ON o.id = f.owner_id JOIN account p ON p.id = f.follower_id
        """
}

extension Follow {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"),
            owner: Side(accountID: try row.id("owner_id"), name: try row.text("owner_name")),
            follower: Side(accountID: try row.id("follower_id"), name: try row.text("follower_name")),
            relation: try row.value("relation"),
            scope: try row.optionalText("case_number").map(Scope.matter) ?? .everything,
            until: try row.day("valid_until"), invitedAt: try row.instant("invited_at"),
            acceptedAt: try row.optionalInstant("accepted_at"))
        if let ender = try row.optionalID("ended_by") {
            ended = End(accountID: ender, at: try row.instant("ended_at"))
        }
    }
}
