import Journal
import Modules
import RuleBooks
import Services
import Storage
import WorkingTime

/// Asks every night that what went on since the night before is analysed anew, and what an older program counted otherwise.
struct NightlyAnalysis: Sendable {
    /// How far back is looked the first time.
    private static let firstSeconds = 31 * 86_400

    let database: Database
    let services: ServiceLibrary
    let book: RuleBook<AnalysisRules>

    var job: Job {
        Job(name: "reengineering.nightly", intervalSeconds: 300) { now in try await run(at: now) }
    }

    /// Once in the hour of the rules, and not again on that day.
    func run(at now: Instant) async throws {
        let catalogue = services.catalogue
        let since = try await database.read { tx -> Instant? in
            guard try book.current(in: tx).nightlyHour == now.hour else { return nil }
            let last = try tx.row("SELECT day, looked_at FROM process_analysis_night WHERE id = 1")
            guard try last?.day("day") != now.day else { return nil }
            return try last?.instant("looked_at") ?? now.adding(seconds: -Self.firstSeconds)
        }
        guard let since else { return }
        let (moved, outdated) = try await database.read { tx in
            (
                try Self.moved(since: since, until: now, in: tx),
                try KeptAnalyses.outdated(since: AnalysisScope.years(until: now.day.year).min() ?? 0, in: tx)
            )
        }
        // One that is asked twice is computed once.
        let scopes = (moved + outdated).compactMap { part in
            catalogue.service(part.service).map {
                AnalysisScope(service: $0.code, name: $0.item.name, year: part.year)
            }
        }
        try await database.write { tx in
            for scope in scopes { try AnalysisAsking.ask(scope, by: .system, at: now, in: tx) }
            try tx.execute(
                """
                INSERT INTO process_analysis_night (id, day, looked_at) VALUES (1, \(now.day), \(now))
                ON CONFLICT (id) DO UPDATE SET day = excluded.day, looked_at = excluded.looked_at
                """)
        }
    }

    /// Services and years with steps that were done meanwhile. It walks along what was done (`performance_task_done`): a day's
    /// steps, however many there are in all.
    static func moved(
        since: Instant, until now: Instant, in tx: Transaction
    ) throws -> [(service: String, year: Int)] {
        let years = AnalysisScope.years(until: now.day.year).sorted()
        let first = AnalysisScope(service: "", name: "", year: years.first ?? now.day.year)
        let cases = years.map { year -> SQL in
            let until = AnalysisScope(service: "", name: "", year: year).bounds.until
            return "WHEN c.filed_at < CAST(\(until) AS BIGINT) THEN CAST(\(year) AS BIGINT)"
        }
        let year = cases.reduce("CASE" as SQL) { "\($0) \($1)" }
        let rows = try tx.rows(
            """
            SELECT DISTINCT c.subject_code AS service, \(year) END AS year
            FROM case_task t JOIN service_case c ON c.id = t.case_id
            WHERE t.state = 'completed' AND t.completed_at >= \(since) AND c.filed_at >= \(first.bounds.from)
            ORDER BY service, year LIMIT 5000
            """)
        return try rows.compactMap { row in
            try row.optionalInt("year").map { (try row.text("service"), $0) }
        }
    }
}
