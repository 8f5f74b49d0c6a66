import Storage
import WorkingTime

/// The SQL of who holds which post.
enum PostStore {
    /// How many accounts stand on a page.
    static let pageSize = 50

    /// Somebody with all their posts, or `nil` when there is no such account.
    static func holder(_ id: Int64, in tx: Transaction) throws -> PostHolder? {
        let row = try tx.row(
            "SELECT id, name, display_name, person_id, disabled FROM account WHERE id = \(id)")
        return try row.map { try holders([$0], in: tx)[0] }
    }

    /// Staff by login name, those whose name, post or login begins as asked; `after` is the login the page before
    /// ended with.
    static func staff(_ search: StaffSearch, after: String?, in tx: Transaction) throws -> Slice<PostHolder> {
        let last = try after.map { try Cursor($0).key } ?? ""
        let rows = try tx.rows(
            """
            SELECT id, name, display_name, person_id, disabled FROM account
            WHERE person_id IS NULL AND name > \(last)\(search.condition)
            ORDER BY name LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try holders(rows, in: tx), size: pageSize) { Cursor(key: $0.name, id: $0.id) }
    }

    private static func holders(_ rows: [Row], in tx: Transaction) throws -> [PostHolder] {
        let ids = try rows.map { try $0.id("id") }
        let posts = try tx.rows(
            """
            SELECT account_id, organ, role, valid_from, valid_until, office FROM account_post
            WHERE account_id IN \(list: ids) ORDER BY account_id, organ, role
            """)
        let held = try Dictionary(grouping: posts) { try $0.id("account_id") }
        return try rows.map { row in
            PostHolder(
                id: try row.id("id"), name: try row.text("name"), displayName: try row.text("display_name"),
                personID: try row.optionalID("person_id"), isDisabled: try row.int("disabled") != 0,
                posts: try held[row.id("id"), default: []].map(HeldPost.init))
        }
    }

    /// Gives the post or takes it away, as a change says.
    static func carryOut(_ change: PostChange, in tx: Transaction) throws {
        let (account, post) = (change.accountID, change.post)
        switch change.kind {
        case .grant:
            try tx.execute(
                """
                INSERT INTO account_post (account_id, organ, role, valid_from, valid_until, office)
                VALUES (\(account), \(post.organ), \(post.role), \(change.term.from), \(change.term.until),
                    \(change.office))
                ON CONFLICT (account_id, organ, role) DO UPDATE SET valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, office = excluded.office
                """)
        case .revoke:
            try tx.execute(
                """
                DELETE FROM account_post
                WHERE account_id = \(account) AND organ = \(post.organ) AND role = \(post.role)
                """)
        }
    }
}

/// Which staff are looked for.
public struct StaffSearch: Sendable, Hashable {
    /// The beginning of the person's name or of the login.
    public let text: String
    /// In which organ they hold a post; everywhere when `nil`.
    public let organ: String?

    /// A search; both may be empty.
    public init(text: String = "", organ: String? = nil) { (self.text, self.organ) = (text, organ) }

    fileprivate var condition: SQL {
        let end = text + "\u{10FFFF}"
        let named: SQL =
            text.isEmpty
            ? ""
            : " AND ((name >= \(text) AND name < \(end)) OR (display_name >= \(text) AND display_name < \(end)))"
        guard let organ else { return named }
        return "\(named) AND id IN (SELECT account_id FROM account_post WHERE organ = \(organ))"
    }
}

extension HeldPost {
    fileprivate init(_ row: Row) throws {
        self.init(
            post: Post(organ: try row.text("organ"), role: try row.value("role")),
            term: try PostTerm(from: row.optionalDay("valid_from"), until: row.optionalDay("valid_until")),
            office: try row.optionalText("office"))
    }
}
