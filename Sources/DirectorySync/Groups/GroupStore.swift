import Identity
import Storage
import WorkingTime

/// The SQL of groups.
enum GroupStore {
    /// How many groups one directory may have.
    static let limit = 2_000

    /// The groups of a directory, or one of them, with those members whom a directory may see.
    static func groups(of source: Int64, only id: Int64? = nil, in tx: Transaction) throws -> [DirectoryGroup]
    {
        let one: SQL = id.map { " AND id = \($0)" } ?? ""
        let rows = try tx.rows(
            "SELECT * FROM directory_group WHERE source_id = \(source)\(one) ORDER BY id LIMIT \(limit)")
        return try rows.map { row in
            let group = try row.id("id")
            let members = try tx.rows(
                """
                SELECT m.account_id FROM directory_member m
                WHERE m.group_id = \(group) AND NOT EXISTS (SELECT 1 FROM account_post p
                    WHERE p.account_id = m.account_id AND p.role IN \(list: Role.administrators.map(\.rawValue).sorted()))
                ORDER BY m.account_id LIMIT \(DirectoryGroup.memberLimit)
                """
            ).map { try $0.id("account_id") }
            return try DirectoryGroup(row, members: Set(members))
        }
    }

    static func count(of source: Int64, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) FROM directory_group WHERE source_id = \(source)")
    }

    /// Name and outside id; members come and go through ``Membership``.
    static func save(_ group: DirectoryGroup, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO directory_group (id, source_id, display_name, external_id, organ, role, created_at, changed_at)
            VALUES (\(group.id), \(group.sourceID), \(group.name), \(group.externalID), \(group.post?.organ),
                \(group.post?.role), \(group.createdAt), \(now))
            ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name,
                external_id = excluded.external_id, organ = excluded.organ, role = excluded.role,
                changed_at = excluded.changed_at
            """)
    }

    static func delete(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM directory_member WHERE group_id = \(id)")
        try tx.execute("DELETE FROM directory_group WHERE id = \(id)")
    }

    static func join(_ account: Int64, _ group: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO directory_member (group_id, account_id) VALUES (\(group), \(account))
            ON CONFLICT (group_id, account_id) DO NOTHING
            """)
    }

    static func leave(_ account: Int64, _ group: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM directory_member WHERE group_id = \(group) AND account_id = \(account)")
    }

    /// Whether an account is in some other group of the directory that stands for the same post.
    static func keeps(
        _ post: Post, _ account: Int64, besides group: Int64, of source: Int64, in tx: Transaction
    ) throws -> Bool {
        try tx.count(
            """
            SELECT count(*) FROM directory_member m JOIN directory_group g ON g.id = m.group_id
            WHERE m.account_id = \(account) AND m.group_id <> \(group) AND g.source_id = \(source)
                AND g.organ = \(post.organ) AND g.role = \(post.role)
            """) > 0
    }
}

extension DirectoryGroup {
    fileprivate init(_ row: Row, members: Set<Int64>) throws {
        var post: Post?
        if let organ = try row.optionalText("organ") {
            post = Post(organ: organ, role: try row.value("role"))
        }
        self.init(
            id: try row.id("id"), sourceID: try row.id("source_id"), name: try row.text("display_name"),
            externalID: try row.optionalText("external_id"), members: members, post: post,
            createdAt: try row.instant("created_at"), changedAt: try row.instant("changed_at"))
    }
}
