import Refusals
import Storage
import WorkingTime

/// Somebody without an account who joined, as whoever calls sees them.
struct JoinerLine: Sendable, Hashable {
    let id: Int64
    let joiner: Joiner
    /// When they were told; nil until then.
    let calledAt: Instant?
}

/// The SQL of telling those who joined without an account.
enum JoinerStore {
    /// So long after a matter has ended they are called: later the news helps nobody.
    static let days = 30

    /// What has ended since a moment at some offices and of which not all are told, the first to end first: it is the first
    /// to be forgotten.
    static func untold(at offices: [String], since: Instant, after text: String?, in tx: Transaction) throws
        -> Slice<RequestRow>
    {
        guard !offices.isEmpty else { return Slice(items: [], next: nil) }
        var place: SQL = "1 = 1"
        if let cursor = try text.map(Cursor.init) {
            place = "(ended_at, id) > (\(try cursor.numericKey), \(cursor.id))"
        }
        let rows = try tx.rows(
            """
            SELECT * FROM service_request
            WHERE id IN (SELECT request_id FROM service_request_joiner WHERE called_at IS NULL)
                AND office IN \(list: offices) AND ended_at >= \(since) AND \(place)
            ORDER BY ended_at, id LIMIT \(RequestStore.pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: RequestStore.pageSize) {
            Cursor(key: $0.endedAt?.milliseconds ?? 0, id: $0.id)
        }
    }

    /// Who has joined a request, those not told yet first, each in order.
    static func lines(of request: Int64, in tx: Transaction) throws -> [JoinerLine] {
        try tx.rows(
            """
            SELECT id, name, phone, called_at FROM service_request_joiner WHERE request_id = \(request)
            ORDER BY CASE WHEN called_at IS NULL THEN 0 ELSE 1 END, id LIMIT \(Joiner.most)
            """
        ).map { row in
            let opened = try Joiner.sealed.opened(row, in: tx)
            return JoinerLine(
                id: try row.id("id"),
                joiner: Joiner(name: try opened.text("name"), phone: try opened.text("phone")),
                calledAt: try row.optionalInstant("called_at"))
        }
    }

    /// Keeps that one of them was told.
    ///
    /// - Throws: `notFound` for one of another request, `conflict` the second time.
    static func tell(_ id: Int64, of request: Int64, at now: Instant, in tx: Transaction) throws {
        let told = try tx.execute(
            """
            UPDATE service_request_joiner SET called_at = \(now)
            WHERE id = \(id) AND request_id = \(request) AND called_at IS NULL
            """)
        guard told == 0 else { return }
        let known = try tx.row(
            "SELECT id FROM service_request_joiner WHERE id = \(id) AND request_id = \(request)")
        guard known != nil else { throw DomainError.notFound("没有找到这位反映人。") }
        throw DomainError.conflict("已经有人告诉过这位反映人了。")
    }
}
