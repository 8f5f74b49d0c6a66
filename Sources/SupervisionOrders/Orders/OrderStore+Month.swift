import Storage
import WorkingTime

extension OrderStore {
    /// Those under way that run out in a stretch of days, the earliest first.
    static func due(in days: Range<CivilDate>, _ filter: OrderFilter, in tx: Transaction) throws
        -> [SupervisionOrder]
    {
        try tx.rows(
            """
            SELECT d.* FROM supervision_order d
            WHERE d.closed_at IS NULL AND \(filter.condition)
                AND coalesce(d.due_at, 253402300799000) >= \(days.lowerBound.startOfDay)
                AND coalesce(d.due_at, 253402300799000) < \(days.upperBound.startOfDay)
            ORDER BY coalesce(d.due_at, 253402300799000), d.id LIMIT 300
            """
        ).map(SupervisionOrder.init)
    }
}
