import Cases
import Government
import ProcessSimulation
import Storage
import WorkingTime

/// Reads finished cases as a simulation learns from them.
struct RecordedCases: Sendable {
    private static let casesPerRead = 200

    let database: Database

    /// What the finished cases of a scope let be known, the earliest first.
    ///
    /// - Parameter end: what ended later is left out, so that the same question meets the same cases.
    /// - Throws: `invalid` when there are too few.
    func model(
        _ scope: AnalysisScope, endedBefore end: Instant, hours: OfficeHours,
        upTo limit: Int = SimulationModel.mostCases
    ) async throws -> SimulationModel {
        let calendar = try await database.read { try Directory.calendar(in: $0) }
        var (cases, place): ([RecordedCase], TraceStore.Place) = ([], .init())
        while cases.count < limit {
            let (next, last) = try await database.read { [place] in
                try Self.cases(scope, after: place, endedBefore: end, in: $0)
            }
            cases += next
            guard let last else { break }
            place = last
        }
        return try SimulationModel(
            learningFrom: Array(cases.prefix(limit)), calendar: calendar, hours: hours)
    }

    private static func cases(
        _ scope: AnalysisScope, after place: TraceStore.Place, endedBefore end: Instant,
        in tx: Transaction
    ) throws -> ([RecordedCase], TraceStore.Place?) {
        let (from, until) = scope.bounds
        let organ: SQL = scope.organ.map { "AND organ = \($0)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT id, filed_at, closed_at FROM service_case
            WHERE filed_at >= \(from) AND filed_at < \(until) AND (filed_at, id) > (\(place.filedAt), \(place.id))
                AND subject_code = \(scope.service) AND closed_at IS NOT NULL AND closed_at <= \(end) \(organ)
            ORDER BY filed_at, id LIMIT \(casesPerRead)
            """)
        let steps = try steps(of: rows.map { try $0.id("id") }, in: tx)
        let cases = try rows.map { row in
            RecordedCase(
                filedAt: try row.instant("filed_at"), closedAt: try row.instant("closed_at"),
                steps: steps[try row.id("id")] ?? [])
        }
        guard rows.count == casesPerRead, let last = rows.last else { return (cases, nil) }
        return (cases, TraceStore.Place(filedAt: try last.instant("filed_at"), id: try last.id("id")))
    }

    /// A question to a colleague stands beside the process and is left out.
    private static func steps(of cases: [Int64], in tx: Transaction) throws -> [Int64: [RecordedStep]] {
        guard !cases.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT case_id, element, name, organ, role, opened_at, taken_at, completed_by,
                completed_at
            FROM case_task WHERE case_id IN \(list: cases) AND activity IS NOT NULL AND state = 'completed'
                AND completed_at IS NOT NULL
            ORDER BY case_id, id
            """)
        return try Dictionary(grouping: rows) { try $0.id("case_id") }.mapValues { try $0.map(step) }
    }

    private static func step(_ row: Row) throws -> RecordedStep {
        let organ = try row.text("organ")
        let isApplicant = organ == CaseTask.applicant
        return RecordedStep(
            element: try row.text("element"), name: try row.text("name"),
            post: isApplicant ? nil : WorkPost(organ: organ, role: try row.text("role")),
            person: try row.optionalID("completed_by"), offeredAt: try row.instant("opened_at"),
            doneAt: try row.instant("completed_at"), takenAt: try row.optionalInstant("taken_at"))
    }
}
