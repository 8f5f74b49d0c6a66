import Identity
import Refusals
import Storage
import WorkingTime

/// The SQL of requests.
enum RequestStore {
    static let pageSize = 20

    /// The request of a case.
    ///
    /// - Throws: `notFound` for a number that is none.
    static func request(_ number: String, in tx: Transaction) throws -> RequestRow {
        try tx.ask(request(number))
    }

    /// The same as a question, to be asked with others.
    static func request(_ number: String) -> Question<RequestRow> {
        Question("SELECT * FROM service_request WHERE number = \(number)") { rows in
            guard let row = rows.first else { throw DomainError.notFound("没有找到这件诉求，或者您无权查看。") }
            return try RequestRow(row)
        }
    }

    /// The same for everybody: one that is public and protects nobody.
    ///
    /// - Throws: `notFound` for all others alike.
    static func open(_ number: String, in tx: Transaction) throws -> RequestRow {
        let row = try tx.row(
            """
            SELECT * FROM service_request WHERE number = \(number) AND is_public = 1 AND is_protected = 0
            """)
        guard let row else { throw DomainError.notFound("没有找到这件诉求。") }
        return try RequestRow(row)
    }

    /// So many of what an account has joined are shown.
    static let mostJoined = 50

    /// What an account has joined, newest first: it is somebody else's, and known as everybody knows it.
    static func joined(by account: Int64, in tx: Transaction) throws -> [RequestRow] {
        try tx.rows(
            """
            SELECT r.* FROM service_request_supporter s JOIN service_request r ON r.id = s.request_id
            WHERE s.account_id = \(account) ORDER BY s.request_id DESC LIMIT \(mostJoined)
            """
        ).map(RequestRow.init)
    }

    /// What an account has said, newest first.
    static func mine(_ account: Int64, after text: String?, in tx: Transaction) throws -> Slice<RequestRow> {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT * FROM service_request WHERE account_id = \(account) AND id < \(last)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return try page(rows)
    }

    private static func page(_ rows: [Row]) throws -> Slice<RequestRow> {
        Slice(fetched: try rows.map(RequestRow.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// What an account has handed in already.
    struct Said: Sendable {
        /// How many since a moment.
        let many: Int
        /// The last of its turns.
        let turn: Int
        /// The number of an open one that says the very same.
        let same: String?
    }

    /// What an account has handed in since a moment, and whether these words are among what is open.
    static func said(by account: Int64, since: Instant, digest: String, in tx: Transaction) throws -> Said {
        let answers = try tx.rows(
            of: """
                SELECT id, filed_at, (SELECT max(turn) FROM service_request WHERE account_id = \(account)) AS last
                FROM service_request WHERE account_id = \(account) ORDER BY id DESC LIMIT 100
                """,
            """
            SELECT number FROM service_request
            WHERE account_id = \(account) AND digest = \(digest) AND ended_at IS NULL ORDER BY id DESC LIMIT 1
            """)
        return Said(
            many: try answers[0].count { try $0.instant("filed_at") >= since },
            turn: try answers[0].first?.optionalInt("last") ?? 0,
            same: try answers[1].first?.text("number"))
    }

    /// A title that everybody may know of, and whether what it names is still open.
    struct Title: Sendable {
        let id: Int64
        let text: String
        let isOpen: Bool
    }

    /// Among the newest of a category, what was said since a moment in a street or in none and is open or answered.
    ///
    /// Of each only what is compared: on every look at a form a few hundred are read and at most five are shown.
    static func titles(
        of category: String, in division: String?, since horizon: Instant, among limit: Int,
        in tx: Transaction
    ) throws -> [Title] {
        let street: SQL = division.map { "(division IS NULL OR division = \($0))" } ?? "1 = 1"
        return try tx.rows(
            """
            SELECT id, title, ended_at FROM (
                SELECT id, title, division, filed_at, ended_at, published_at FROM service_request
                WHERE category = \(category) AND is_public = 1 AND is_protected = 0
                ORDER BY id DESC LIMIT \(limit)) AS newest
            WHERE \(street) AND filed_at >= \(horizon) AND (ended_at IS NULL OR published_at IS NOT NULL)
            ORDER BY id DESC
            """
        ).map { row in
            Title(
                id: try row.id("id"), text: try row.text("title"),
                isOpen: try row.optionalInstant("ended_at") == nil)
        }
    }

    /// Some requests, by their ids.
    static func requests(_ ids: [Int64], in tx: Transaction) throws -> [Int64: RequestRow] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT * FROM service_request WHERE id IN \(list: ids)")
        return Dictionary(try rows.map { (try $0.id("id"), try RequestRow($0)) }) { first, _ in first }
    }

    /// The one that says again what another had said.
    static func next(after number: String, in tx: Transaction) throws -> String? {
        try tx.row("SELECT number FROM service_request WHERE earlier = \(number) ORDER BY id DESC LIMIT 1")?
            .text("number")
    }
}
