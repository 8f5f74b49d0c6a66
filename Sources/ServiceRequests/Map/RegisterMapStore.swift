import Storage
import WorkingTime

/// How a street fares in the register: answered, assessed, found solved. No street for what says none.
struct StreetAnswers: Sendable, Hashable {
    let division: String?
    var answered = 0
    var assessed = 0
    var solved = 0
}

/// The SQL of the map: only what is published.
enum RegisterMapStore {
    /// Features of one file.
    static let mostFeatures = 1_000
    /// The newest answers among which places are looked for.
    private static let mostLookedAt = 5_000

    /// The answers of each street.
    static func streets(_ filter: RegisterFilter, in tx: Transaction) throws -> [StreetAnswers] {
        try tx.rows(
            """
            SELECT division, COUNT(*) AS answered, COUNT(solved) AS assessed, COALESCE(SUM(solved), 0) AS solved
            FROM (SELECT division, solved FROM service_request WHERE \(published(filter))
                ORDER BY published_at DESC, id DESC LIMIT 200000) AS published
            GROUP BY division ORDER BY division LIMIT 1000
            """
        ).map { row in
            StreetAnswers(
                division: try row.optionalText("division"), answered: try row.int("answered"),
                assessed: try row.int("assessed"), solved: try row.int("solved"))
        }
    }

    /// The answers that say where they are about, the newest first.
    static func placed(
        _ filter: RegisterFilter, after text: String? = nil, limit: Int = RequestStore.pageSize,
        in tx: Transaction
    ) throws -> Slice<RequestRow> {
        var condition = published(filter)
        if let cursor = try text.map(Cursor.init) {
            condition = "\(condition) AND (published_at, id) < (\(try cursor.numericKey), \(cursor.id))"
        }
        let rows = try tx.rows(
            """
            SELECT * FROM (SELECT * FROM service_request WHERE \(condition)
                ORDER BY published_at DESC, id DESC LIMIT \(mostLookedAt)) AS newest
            WHERE point IS NOT NULL ORDER BY published_at DESC, id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: limit) {
            Cursor(key: $0.publishedAt?.milliseconds ?? 0, id: $0.id)
        }
    }

    private static func published(_ filter: RegisterFilter) -> SQL {
        var conditions: [SQL] = ["published_at IS NOT NULL"]
        if !filter.category.isEmpty { conditions.append("category = \(filter.category)") }
        if !filter.division.isEmpty { conditions.append("division = \(filter.division)") }
        return SQL.joined(conditions, " AND ")
    }
}
