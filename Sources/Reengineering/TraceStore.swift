import Cases
import ProcessMining
import Storage
import WorkingTime

/// The SQL of the analysis: cases in the order they came in, with the steps that were done.
enum TraceStore {
    /// How many cases are read at once.
    static let casesPerRead = 200

    /// Where the next read begins.
    struct Place: Sendable, Hashable, Codable {
        var filedAt = Instant(milliseconds: 0)
        var id: Int64 = 0
    }

    /// The next cases of a service; steps that a colleague was asked for stand beside the process and are left out.
    static func traces(
        _ scope: AnalysisScope, after place: Place, limit: Int = casesPerRead, in tx: Transaction
    ) throws -> [CaseTrace] {
        let (from, until) = scope.bounds
        let organ: SQL = scope.organ.map { "AND organ = \($0)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT id, number, organ, process_version, filed_at, closed_at FROM service_case
            WHERE filed_at >= \(from) AND filed_at < \(until) AND (filed_at, id) > (\(place.filedAt), \(place.id))
                AND subject_code = \(scope.service) \(organ)
            ORDER BY filed_at, id LIMIT \(limit)
            """)
        let events = try events(of: rows.map { try $0.id("id") }, in: tx)
        return try rows.map { row in
            let id = try row.id("id")
            return CaseTrace(
                id: id, number: try row.text("number"), version: try row.int("process_version"),
                organ: try row.text("organ"), filedAt: try row.instant("filed_at"),
                closedAt: try row.optionalInstant("closed_at"), events: events[id] ?? [])
        }
    }

    private static func events(of cases: [Int64], in tx: Transaction) throws -> [Int64: [LogEvent]] {
        guard !cases.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT id, case_id, element, name, organ, opened_at, taken_at, outcome, completed_by,
                completed_at
            FROM case_task WHERE case_id IN \(list: cases) AND activity IS NOT NULL AND state = 'completed'
                AND completed_at IS NOT NULL
            ORDER BY case_id, id
            """)
        return try Dictionary(grouping: rows) { try $0.id("case_id") }.mapValues { try $0.map(event) }
    }

    private static func event(_ row: Row) throws -> LogEvent {
        let organ = try row.text("organ")
        let isApplicants = organ == CaseTask.applicant
        return LogEvent(
            id: try row.id("id"), step: try row.text("element"), name: try row.text("name"), organ: organ,
            person: isApplicants ? nil : try row.optionalID("completed_by"),
            offeredAt: try row.instant("opened_at"), doneAt: try row.instant("completed_at"),
            outcome: try row.optionalText("outcome"), takenAt: try row.optionalInstant("taken_at"),
            isApplicants: isApplicants)
    }
}

extension CaseTrace {
    /// Where the read after this case begins.
    var place: TraceStore.Place { TraceStore.Place(filedAt: filedAt, id: id) }
}
