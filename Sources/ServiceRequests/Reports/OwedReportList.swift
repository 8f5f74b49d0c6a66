import Storage
import WorkingTime

/// A report that is still owed, with the petition it is about.
struct OwedLine: Sendable, Hashable {
    /// The petition.
    let id: Int64
    let number: String
    let title: String
    /// Keys of the organ that owes it, and of the office to which.
    let organ: String
    let office: String
    let dueOn: CivilDate
    /// Whether the petitioner has the answer.
    let isAnswered: Bool

    /// How many days its day has passed; 0 while it has not.
    func daysLate(on today: CivilDate) -> Int { max(0, today.days(since: dueOn)) }
}

extension OwedReport {
    static let pageSize = 20

    /// What is owed to some organs or by them, the first to run out at the head: the overdue ones. What another organ owed
    /// before it objected is over, and so is what was withdrawn.
    static func open(_ organs: [String], after text: String?, in tx: Transaction) throws -> Slice<OwedLine> {
        var place: SQL = "1 = 1"
        if let cursor = try text.map(Cursor.init) {
            place = "(r.due_on, r.id) > (\(cursor.key), \(cursor.id))"
        }
        let ways = organs.flatMap { ["r.office = \($0)", "r.organ = \($0)"] as [SQL] }.map { way -> SQL in
            """
            SELECT id FROM (SELECT r.id FROM service_request_report r
                WHERE \(way) AND r.words IS NULL AND \(place) AND EXISTS (
                    SELECT 1 FROM service_request q WHERE q.id = r.id AND q.organ = r.organ
                        AND (q.result IS NULL OR q.result <> 'withdrawn'))
                ORDER BY r.due_on, r.id LIMIT \(pageSize + 1)) AS page
            """
        }
        guard !ways.isEmpty else { return Slice(items: [], next: nil) }
        let rows = try tx.rows(
            """
            SELECT r.id, r.organ, r.office, r.due_on, q.number, q.title, q.ended_at
            FROM service_request_report r JOIN service_request q ON q.id = r.id
            WHERE r.id IN (\(SQL.joined(ways, " UNION "))) ORDER BY r.due_on, r.id LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(OwedLine.init), size: pageSize) {
            Cursor(key: $0.dueOn.iso, id: $0.id)
        }
    }
}

extension OwedLine {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), number: try row.text("number"), title: try row.text("title"),
            organ: try row.text("organ"), office: try row.text("office"), dueOn: try row.day("due_on"),
            isAnswered: try row.optionalInstant("ended_at") != nil)
    }
}
