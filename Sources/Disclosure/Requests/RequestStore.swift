import Identity
import Refusals
import Storage
import WorkingTime

/// The SQL of lists of requests.
enum RequestStore {
    static let pageSize = 20

    /// What this viewer has to do with, newest first: what was filed by or for the account, what the organs of an officer
    /// answer, everything for those who answer for all organs.
    static func requests(for viewer: Viewer, after text: String?, in tx: Transaction) throws -> Slice<
        RequestRow
    > {
        let last = try text.map { try Cursor($0).id } ?? .max
        guard let ways = ways(of: viewer) else { return Slice(items: [], next: nil) }
        let ids = ways.map { way -> SQL in
            """
            SELECT id FROM (SELECT id FROM disclosure_request WHERE \(way) AND id < \(last)
                ORDER BY id DESC LIMIT \(pageSize + 1)) AS page
            """
        }
        let rows = try tx.rows(
            """
            SELECT * FROM disclosure_request WHERE id IN (\(SQL.joined(ids, " UNION ")))
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    private static func ways(of viewer: Viewer) -> [SQL]? {
        switch viewer {
        case .everyone: nil
        case .system: ["1 = 1"]
        case .account(let id, _, _, _, _, _): ["account_id = \(id)"]
        case .officer(_, let organs, _, let seesDistrict):
            seesDistrict ? ["1 = 1"] : organs.isEmpty ? nil : organs.map { "organ = \($0)" }
        }
    }

    /// The request of a case.
    ///
    /// - Throws: `notFound` for a number that is none.
    static func request(_ number: String, in tx: Transaction) throws -> RequestRow {
        let row = try tx.row("SELECT * FROM disclosure_request WHERE number = \(number)")
        guard let row else { throw DomainError.notFound("没有找到这件申请，或者您无权查看。") }
        return try RequestRow(row)
    }

    /// One of the public register.
    ///
    /// - Throws: `notFound`, also for one that was answered and not published.
    static func published(_ id: Int64, in tx: Transaction) throws -> RequestRow {
        let row = try tx.row(
            "SELECT * FROM disclosure_request WHERE id = \(id) AND published_at IS NOT NULL")
        guard let row else { throw DomainError.notFound("没有这件已答复的申请。") }
        return try RequestRow(row)
    }

    /// The public register, what was answered last first.
    static func published(after text: String?, in tx: Transaction) throws -> Slice<RequestRow> {
        let page: SQL
        if let cursor = try text.map(Cursor.init) {
            page = "AND (published_at, id) < (\(try cursor.numericKey), \(cursor.id))"
        } else {
            page = ""
        }
        let rows = try tx.rows(
            """
            SELECT * FROM disclosure_request WHERE published_at IS NOT NULL \(page)
            ORDER BY published_at DESC, id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: pageSize) {
            Cursor(key: $0.publishedAt?.milliseconds ?? 0, id: $0.id)
        }
    }
}
