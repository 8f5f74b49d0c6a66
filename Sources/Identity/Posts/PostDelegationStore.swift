import Storage
import WorkingTime

/// The SQL of deputies.
enum PostDelegationStore {
    /// How many stand on a page.
    static let pageSize = 50

    static func insert(_ delegation: PostDelegation, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO post_delegation (id, from_account, to_account, organ, valid_from, valid_until, reason,
                arranged_by, arranger, arranged_at)
            VALUES (\(delegation.id), \(delegation.from.id), \(delegation.to.id), \(delegation.from.organ),
                \(delegation.term.from), \(delegation.term.until), \(delegation.reason),
                \(delegation.arranged.accountID), \(delegation.arranged.name), \(delegation.arranged.at))
            """)
    }

    static func update(_ delegation: PostDelegation, in tx: Transaction) throws {
        let ended = delegation.ended
        try tx.execute(
            """
            UPDATE post_delegation SET ended_by = \(ended?.accountID), ender = \(ended?.name), ended_at = \(ended?.at)
            WHERE id = \(delegation.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> PostDelegation? {
        try delegations(tx.rows("\(columns) WHERE d.id = \(id)")).first
    }

    /// The deputies of an organ, the newest first.
    static func delegations(of organ: String, after: String?, in tx: Transaction) throws -> Slice<
        PostDelegation
    > {
        let last = try after.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "\(columns) WHERE d.organ = \(organ) AND d.id < \(last) ORDER BY d.id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try delegations(rows), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Those of the same organ that are in force on a day of this one.
    static func overlapping(_ delegation: PostDelegation, in tx: Transaction) throws -> [PostDelegation] {
        try delegations(
            tx.rows(
                """
                \(columns) WHERE d.organ = \(delegation.from.organ) AND d.ended_at IS NULL
                    AND d.valid_from <= \(delegation.term.until) AND d.valid_until >= \(delegation.term.from)
                LIMIT 1000
                """))
    }

    private static let columns: SQL = """
        SELECT d.*, a.display_name AS from_name, b.display_name AS to_name
        FROM post_delegation d JOIN account a ON a.id = d.from_account JOIN account b ON b.id = d.to_account
        """

    private static func delegations(_ rows: [Row]) throws -> [PostDelegation] {
        try rows.map { row in
            let organ = try row.text("organ")
            var delegation = PostDelegation(
                id: try row.id("id"),
                from: OrganMember(
                    id: try row.id("from_account"), name: try row.text("from_name"), organ: organ, roles: []),
                to: OrganMember(
                    id: try row.id("to_account"), name: try row.text("to_name"), organ: organ, roles: []),
                term: try PostTerm(from: row.day("valid_from"), until: row.day("valid_until")),
                reason: try row.text("reason"),
                arranged: .init(
                    accountID: try row.id("arranged_by"), name: try row.text("arranger"),
                    at: try row.instant("arranged_at")))
            if let ender = try row.optionalID("ended_by") {
                delegation.ended = .init(
                    accountID: ender, name: try row.text("ender"), at: try row.instant("ended_at"))
            }
            return delegation
        }
    }
}
