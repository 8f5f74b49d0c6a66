import Storage
import WorkingTime

extension ServiceRequests {
    /// What is said about each street and not answered yet: its code of nine digits, how many, and how many past the limit.
    ///
    /// - Throws: `StorageError`.
    public static func streets(at now: Instant, in tx: Transaction) throws -> [(
        division: String, open: Int, overdue: Int
    )] {
        try tx.rows(
            """
            SELECT r.division, count(*) AS total, count(*) FILTER (WHERE c.due_at < \(now)) AS overdue
            FROM service_request r JOIN service_case c ON c.id = r.id
            WHERE r.ended_at IS NULL AND r.division IS NOT NULL AND c.closed_at IS NULL
            GROUP BY r.division LIMIT 1000
            """
        ).map { (try $0.text("division"), try $0.int("total"), try $0.int("overdue")) }
    }

    /// The cases of those about one street, oldest first.
    ///
    /// - Parameter overdueAt: only those past their limit then; nil for all.
    public static func open(
        inStreet division: String, overdueAt now: Instant?, after id: Int64, limit: Int, in tx: Transaction
    ) throws -> [Int64] {
        let late: SQL = if let now { "c.due_at < \(now)" } else { "1 = 1" }
        return try tx.rows(
            """
            SELECT r.id FROM service_request r JOIN service_case c ON c.id = r.id
            WHERE r.division = \(division) AND r.ended_at IS NULL AND c.closed_at IS NULL AND \(late)
                AND r.id > \(id)
            ORDER BY r.id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }
}
