import Services
import Storage

/// How many cases of a scope there are, as far as it matters.
enum CaseCounts {
    /// Beyond, one service has as many as another.
    private static let enough = 500

    /// The service with the most finished cases of a year; nil when none has any.
    static func busiest(_ services: [PublicService], year: Int, in tx: Transaction) throws -> String? {
        var (most, found): (Int, String?) = (0, nil)
        for service in services where most < enough {
            let scope = AnalysisScope(service: service.code, name: service.item.name, year: year)
            let count = try count(scope, where: "closed_at IS NOT NULL", upTo: enough, in: tx)
            if count > most { (most, found) = (count, service.code) }
        }
        return found
    }

    /// How many there are, and no more than so many.
    static func count(
        _ scope: AnalysisScope, where condition: SQL = "1 = 1", upTo limit: Int, in tx: Transaction
    ) throws -> Int {
        let (from, until) = scope.bounds
        return try tx.row(
            """
            SELECT count(*) AS cases FROM (SELECT 1 AS one FROM service_case
                WHERE subject_code = \(scope.service) AND filed_at >= \(from) AND filed_at < \(until)
                    AND \(condition) LIMIT \(limit)) AS found
            """)?.int("cases") ?? 0
    }
}
