import Refusals
import Storage
import WorkingTime

/// What somebody looks for in the register.
struct RegisterFilter: Sendable, Hashable {
    var category = ""
    var division = ""
    /// Words that stand in it.
    var words = ""

    var isEmpty: Bool { category.isEmpty && division.isEmpty && words.isEmpty }
}

/// How a category fares: answered, found solved, found good.
struct CategoryFigure: Sendable, Hashable {
    let category: String
    let answered: Int
    let assessed: Int
    let solved: Int
    let grades: Int
}

/// The SQL of what everybody may read.
enum RegisterStore {
    /// Answered and published, the newest answers first.
    static func answered(_ filter: RegisterFilter, after text: String?, in tx: Transaction) throws
        -> Slice<RequestRow>
    {
        var conditions: [SQL] = ["published_at IS NOT NULL"]
        if !filter.category.isEmpty { conditions.append("category = \(filter.category)") }
        if !filter.division.isEmpty { conditions.append("division = \(filter.division)") }
        if let cursor = try text.map(Cursor.init) {
            conditions.append("(published_at, id) < (\(try cursor.numericKey), \(cursor.id))")
        }
        let rows = try tx.rows(
            """
            SELECT * FROM service_request WHERE \(SQL.joined(conditions, " AND "))
            ORDER BY published_at DESC, id DESC LIMIT \(RequestStore.pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: RequestStore.pageSize) {
            Cursor(key: $0.publishedAt?.milliseconds ?? 0, id: $0.id)
        }
    }

    /// One of them.
    ///
    /// - Throws: `notFound`, also for one that is not published.
    static func one(_ id: Int64, in tx: Transaction) throws -> RequestRow {
        let row = try tx.row(
            "SELECT * FROM service_request WHERE id = \(id) AND published_at IS NOT NULL")
        guard let row else { throw DomainError.notFound("没有这件已答复的诉求。") }
        return try RequestRow(row)
    }

    /// How the categories fare since a moment; protected ones count as well, and name nobody.
    static func figures(since: Instant, in tx: Transaction) throws -> [CategoryFigure] {
        try tx.rows(
            """
            SELECT category, COUNT(*) AS answered, COUNT(solved) AS assessed, COALESCE(SUM(solved), 0) AS solved,
                COALESCE(SUM(grade), 0) AS grades
            FROM (SELECT category, solved, grade FROM service_request
                WHERE ended_at >= \(since) AND result NOT IN \(list: RequestRow.unanswered)
                ORDER BY ended_at DESC LIMIT 200000) AS year
            GROUP BY category ORDER BY category
            """
        ).map { row in
            CategoryFigure(
                category: try row.text("category"), answered: try row.int("answered"),
                assessed: try row.int("assessed"), solved: try row.int("solved"),
                grades: try row.int("grades"))
        }
    }

    /// Published, and not yet told to the search.
    static func unfound(limit: Int, in tx: Transaction) throws -> [RequestRow] {
        try tx.rows(
            """
            SELECT * FROM service_request WHERE published_at IS NOT NULL AND found_at IS NULL
            ORDER BY id LIMIT \(limit)
            """
        ).map(RequestRow.init)
    }

    /// Published, after an id.
    static func published(after id: Int64, limit: Int, in tx: Transaction) throws -> [RequestRow] {
        try tx.rows(
            """
            SELECT * FROM service_request WHERE published_at IS NOT NULL AND id > \(id)
            ORDER BY id LIMIT \(limit)
            """
        ).map(RequestRow.init)
    }
}
