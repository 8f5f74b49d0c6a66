import Refusals
import Storage
import WorkingTime

/// The SQL of what organs report of themselves.
enum ReportStore {
    static let page = 30
    /// Reports of a period that are read at once: every organ with every indicator.
    private static let mostRows = 20_000

    static func report(_ period: Period, _ organ: String, _ indicator: String, in tx: Transaction) throws
        -> SelfReport?
    {
        try tx.row(
            """
            SELECT * FROM performance_report
            WHERE period = \(period.text) AND organ = \(organ) AND indicator = \(indicator)
            """
        ).map(SelfReport.init)
    }

    /// Those of an organ for a period, by indicator.
    static func reports(of organ: String, in period: Period, _ tx: Transaction) throws -> [String: SelfReport]
    {
        let rows = try tx.rows(
            "SELECT * FROM performance_report WHERE period = \(period.text) AND organ = \(organ) LIMIT 500")
        return try rows.map(SelfReport.init).reduce(into: [:]) { $0[$1.indicator] = $1 }
    }

    /// One page, the newest first.
    ///
    /// - Parameter organs: what one may see; nil for all.
    static func reports(
        _ organs: Set<String>?, _ state: SelfReport.State?, after cursor: String?, in tx: Transaction
    ) throws -> Slice<SelfReport> {
        var parts: [SQL] = [try cursor.map { "id < \(try Cursor($0).id)" } ?? "1 = 1"]
        if let organs { parts.append("organ IN \(list: organs.sorted())") }
        if let state { parts.append("state = \(state)") }
        let rows = try tx.rows(
            """
            SELECT * FROM performance_report WHERE \(SQL.joined(parts, " AND "))
            ORDER BY id DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(SelfReport.init), size: page) { Cursor(key: $0.id, id: $0.id) }
    }

    static func save(_ report: SelfReport, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO performance_report (id, period, organ, indicator, state, stated, accepted, course, reported_by,
                reviewed_by, revision)
            VALUES (\(report.id), \(report.period.text), \(report.organ), \(report.indicator), \(report.state),
                \(report.stated), \(report.accepted), \(encodeJSON(report.course)), \(report.reportedBy),
                \(report.reviewedBy), \(report.revision))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, stated = excluded.stated,
                accepted = excluded.accepted, course = excluded.course, reported_by = excluded.reported_by,
                reviewed_by = excluded.reviewed_by, revision = excluded.revision
            """)
    }

    /// What counts, by organ and indicator, in hundredths: of a frozen period what it was frozen with, of another what has
    /// been accepted.
    static func amounts(in period: Period, isFrozen: Bool, _ tx: Transaction) throws -> ReportedAmounts {
        let accepted: SQL = """
            SELECT organ, indicator, accepted AS amount FROM performance_report
            WHERE period = \(period.text) AND state = 'accepted' LIMIT \(mostRows)
            """
        let frozen: SQL = """
            SELECT organ, indicator, amount FROM performance_reported WHERE period = \(period.text)
            LIMIT \(mostRows)
            """
        return try tx.rows(isFrozen ? frozen : accepted).reduce(into: [:]) { amounts, row in
            amounts[try row.text("organ"), default: [:]][try row.text("indicator")] = try row.int("amount")
        }
    }

    /// Keeps what a period is frozen with.
    static func keep(_ period: Period, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO performance_reported (period, organ, indicator, amount)
            SELECT period, organ, indicator, accepted FROM performance_report
            WHERE period = \(period.text) AND state = 'accepted'
            """)
    }
}

/// What organs reported and others accepted, by organ and indicator, in hundredths.
typealias ReportedAmounts = [String: [String: Int]]

extension SelfReport {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), period: Period(try row.text("period")) ?? Period(.month, of: .first),
            organ: try row.text("organ"), indicator: try row.text("indicator"), state: try row.value("state"),
            stated: try row.int("stated"), accepted: try row.optionalInt("accepted"),
            course: try row.json("course"), reportedBy: try row.id("reported_by"),
            reviewedBy: try row.optionalID("reviewed_by"), revision: try row.int("revision"))
    }
}
