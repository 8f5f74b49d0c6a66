import Storage
import WorkingTime

extension OrderStore {
    /// So many are drawn into one month.
    static let monthLength = 300

    /// Those under way that run out in a stretch of days, the earliest first, and how many they are.
    static func due(in days: Range<CivilDate>, _ filter: OrderFilter, in tx: Transaction) throws
        -> (orders: [SupervisionOrder], total: Int)
    {
        let which: SQL = """
            FROM supervision_order d
            WHERE d.closed_at IS NULL AND \(filter.condition)
                AND coalesce(d.due_at, 253402300799000) >= \(days.lowerBound.startOfDay)
                AND coalesce(d.due_at, 253402300799000) < \(days.upperBound.startOfDay)
            """
        let answers = try tx.rows(
            of: "SELECT count(*) AS n \(which)",
            "SELECT d.* \(which) ORDER BY coalesce(d.due_at, 253402300799000), d.id LIMIT \(monthLength)")
        return (
            try answers[1].map(SupervisionOrder.init), try answers[0].first?.int("n") ?? 0
        )
    }
}
