import Storage
import WorkingTime

/// Requests of a year by who asked and what came of them: table three of the annual report.
struct ReportFigures: Sendable, Hashable {
    /// Received in the year, by category.
    var received: [String: Int] = [:]
    /// Carried over from the year before.
    var carriedIn: [String: Int] = [:]
    /// What came of those that ended in the year: by row, then by category.
    var results: [String: [String: Int]] = [:]

    /// All that ended in the year.
    var ended: [String: Int] {
        results.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// What goes on in the year after.
    var carriedOut: [String: Int] {
        received.merging(carriedIn, uniquingKeysWith: +)
            .merging(ended.mapValues { -$0 }, uniquingKeysWith: +)
    }

    /// The figures of a row, all categories and their sum.
    static func line(_ counts: [String: Int], _ categories: [DisclosureRules.Category]) -> [Int] {
        let each = categories.map { counts[$0.code] ?? 0 }
        return each + [counts.values.reduce(0, +)]
    }
}

extension ReportFigures {
    /// The figures of all organs in a year.
    ///
    /// - Parameter organs: every organ there is or ever was; a request counts where it stands now.
    static func read(_ year: Int, organs: [String], in tx: Transaction) throws -> ReportFigures {
        let (start, end) = (try first(of: year), try first(of: year + 1))
        var figures = ReportFigures()
        for organ in organs {
            let of: SQL = "organ = \(organ) AND purpose = 'information'"
            try add(
                to: &figures.received,
                tx.rows("\(count) \(of) AND filed_at >= \(start) AND filed_at < \(end) GROUP BY category"))
            // Open at the beginning: still open, or ended since.
            try add(
                to: &figures.carriedIn,
                tx.rows("\(count) \(of) AND ended_at IS NULL AND filed_at < \(start) GROUP BY category"))
            try add(
                to: &figures.carriedIn,
                tx.rows("\(count) \(of) AND ended_at >= \(start) AND filed_at < \(start) GROUP BY category"))
            let results = try tx.rows(
                """
                SELECT result, category, count(*) AS n FROM disclosure_request
                WHERE \(of) AND ended_at >= \(start) AND ended_at < \(end) GROUP BY result, category
                """)
            for row in results {
                let (result, category) = (try row.text("result"), try row.text("category"))
                figures.results[result, default: [:]][category, default: 0] += try row.int("n")
            }
        }
        return figures
    }

    private static let count: SQL = "SELECT category, count(*) AS n FROM disclosure_request WHERE"

    private static func add(to counts: inout [String: Int], _ rows: [Row]) throws {
        for row in rows { counts[try row.text("category"), default: 0] += try row.int("n") }
    }

    private static func first(of year: Int) throws -> Instant {
        Instant(day: try CivilDate(year: year, month: 1, day: 1))
    }
}
