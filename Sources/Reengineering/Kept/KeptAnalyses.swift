import Cases
import Jobs
import ProcessMining
import Storage
import WorkingTime

/// The SQL of analyses that are kept, and of those that are being computed.
enum KeptAnalyses {
    /// What an older or a newer program counted otherwise is not read; the night computes it anew. Before 2 the applicant
    /// was counted as a department.
    static let form = 2

    /// What is kept of all organs together and of one, or of each; nil when it was never computed.
    ///
    /// - Parameter all: of every organ.
    static func find(_ scope: AnalysisScope, all: Bool, in tx: Transaction) throws -> (
        OrganStatistics, Instant
    )? {
        let organs: SQL =
            all ? "1 = 1" : "organ IN \(list: [OrganStatistics.all, scope.organ ?? OrganStatistics.all])"
        let rows = try tx.rows(
            """
            SELECT organ, body, computed_at FROM process_analysis
            WHERE service = \(scope.service) AND year = \(scope.year) AND \(organs) AND form = \(form)
            ORDER BY organ LIMIT 1000
            """)
        guard let first = rows.first else { return nil }
        return (OrganStatistics(try parts(rows)), try first.instant("computed_at"))
    }

    private static func parts(_ rows: [Row]) throws -> [String: ProcessStatistics] {
        Dictionary(
            try rows.map { (try $0.text("organ"), try $0.json("body", as: ProcessStatistics.self)) },
            uniquingKeysWith: { $1 })
    }

    /// How far the computation has come.
    static func underWay(
        _ scope: AnalysisScope, _ library: ProcessLibrary, in tx: Transaction
    ) throws -> CaseFold {
        let overview = OrganStatistics(
            try parts(
                try tx.rows(
                    """
                    SELECT organ, body FROM process_analysis_part
                    WHERE service = \(scope.service) AND year = \(scope.year) ORDER BY organ LIMIT 1000
                    """)))
        return CaseFold(library, overview: overview, topics: try KeptTopics.underWay(scope, in: tx))
    }

    /// Keeps how far it has come.
    static func keep(_ fold: CaseFold, of scope: AnalysisScope, in tx: Transaction) throws {
        try KeptTopics.keep(fold.topics, of: scope, in: tx)
        for (organ, part) in fold.overview.parts.sorted(by: { $0.key < $1.key }) {
            try tx.execute(
                """
                INSERT INTO process_analysis_part (service, year, organ, body)
                VALUES (\(scope.service), \(scope.year), \(organ), \(encodeJSON(part)))
                ON CONFLICT (service, year, organ) DO UPDATE SET body = excluded.body
                """)
        }
    }

    /// Begins with nothing.
    static func begin(_ scope: AnalysisScope, in tx: Transaction) throws {
        try KeptTopics.begin(scope, in: tx)
        try tx.execute(
            "DELETE FROM process_analysis_part WHERE service = \(scope.service) AND year = \(scope.year)")
    }

    /// From now on this is shown.
    static func finish(_ scope: AnalysisScope, at now: Instant, in tx: Transaction) throws {
        try KeptTopics.finish(scope, at: now, in: tx)
        try tx.execute(
            "DELETE FROM process_analysis WHERE service = \(scope.service) AND year = \(scope.year)")
        try tx.execute(
            """
            INSERT INTO process_analysis (service, year, organ, body, computed_at, form)
            SELECT service, year, organ, body, CAST(\(now) AS BIGINT), CAST(\(form) AS BIGINT)
            FROM process_analysis_part
            WHERE service = \(scope.service) AND year = \(scope.year)
            """)
        try begin(scope, in: tx)
    }

    /// Services and years of which something is kept in an older form.
    static func outdated(since year: Int, in tx: Transaction) throws -> [(service: String, year: Int)] {
        try tx.rows(
            """
            SELECT DISTINCT service, year FROM process_analysis WHERE form IN \(list: Array(1..<form)) AND year >= \(year)
            ORDER BY service, year LIMIT 5000
            """
        ).map { (try $0.text("service"), try $0.int("year")) }
    }

    /// The latest job for a scope; nil when there was none, or it is forgotten.
    static func job(_ scope: AnalysisScope, in tx: Transaction) throws -> QueuedJob? {
        let row = try tx.row(
            """
            SELECT job_id FROM process_analysis_run WHERE service = \(scope.service) AND year = \(scope.year)
            """)
        return try row.flatMap { try JobQueue.find(try $0.id("job_id"), in: tx) }
    }

    static func note(_ job: Int64, for scope: AnalysisScope, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO process_analysis_run (service, year, job_id)
            VALUES (\(scope.service), \(scope.year), \(job))
            ON CONFLICT (service, year) DO UPDATE SET job_id = excluded.job_id
            """)
    }
}
