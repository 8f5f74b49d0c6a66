import Cases
import Storage
import WorkingTime

extension PeriodStore {
    /// Whether there is anything of a period: a month of it that was frozen, figures that were counted, or a case that came in
    /// or was closed in its days.
    static func isFilled(_ period: Period, in tx: Transaction) throws -> Bool {
        let months = period.months.map(\.text)
        let looks: [SQL] = [
            "SELECT month FROM performance_month WHERE month IN \(list: months) AND is_kept = 1 LIMIT 1",
            "SELECT month FROM performance_figure WHERE month IN \(list: months) LIMIT 1",
            cases("filed_at >= \(period.start) AND filed_at < \(period.end)"),
            cases("closed_at >= \(period.start) AND closed_at < \(period.end)"),
        ]
        return try looks.contains { try tx.row($0) != nil }
    }

    private static func cases(_ when: SQL) -> SQL {
        "SELECT id FROM service_case WHERE \(when) AND kind NOT IN \(CaseKind.uncounted) LIMIT 1"
    }
}
