import Storage
import WorkingTime

/// What the home page and the desks say about the district's matters, counted from the cases themselves.
public struct CaseFigures: Sendable, Hashable {
    /// Filed since the beginning of the day.
    public let receivedToday: Int
    /// Filed and not finished.
    public let running: Int
    /// Decided in the last ninety days.
    public let decided: Int
    /// Of those, decided within the promised limit.
    public let decidedInTime: Int
    /// Rated in the last ninety days, and rated 基本满意 or better.
    public let rated: Int
    /// Of those, rated 基本满意 or better.
    public let ratedWell: Int

    /// Share of the decided that kept the promise, in percent; `nil` when nothing was decided.
    public var inTimePercent: Double? {
        decided == 0 ? nil : Double(decidedInTime) * 100 / Double(decided)
    }
}

extension Cases {
    /// Figures of the whole district, of today and of the last ninety days.
    public func figures() async throws -> CaseFigures {
        let now = clock()
        let today = now.day.startOfDay
        let since = now.adding(seconds: -90 * 86_400)
        return try await database.read { tx in
            let received = try tx.count(
                "SELECT count(*) FROM service_case WHERE parent_id IS NULL AND filed_at >= \(today)")
            let running = try tx.count(
                "SELECT count(*) FROM service_case WHERE parent_id IS NULL AND closed_at IS NULL")
            // What nobody applied for is taken off again: it is little, and the counts above look at indexes alone.
            let published = try tx.count(
                "SELECT count(*) FROM service_case WHERE kind <> 'application' AND filed_at >= \(today)")
            let drafted = try tx.count(
                "SELECT count(*) FROM service_case WHERE kind <> 'application' AND closed_at IS NULL")
            let clocks = try tx.row(
                """
                SELECT count(*) AS decided, count(*) FILTER (WHERE stopped_at <= due_at) AS in_time
                FROM case_clock WHERE name = 'promised' AND due_at IS NOT NULL AND stopped_at >= \(since)
                """)
            // A withdrawal stops the clock too, and decides nothing; nor does an order.
            let withdrawn = try tx.row(
                """
                SELECT count(*) AS decided, count(*) FILTER (WHERE k.stopped_at <= k.due_at) AS in_time
                FROM service_case c JOIN case_clock k ON k.case_id = c.id
                WHERE c.outcome = 'withdrawn' AND c.closed_at >= \(since) AND k.name = 'promised'
                    AND k.due_at IS NOT NULL AND k.stopped_at >= \(since)
                """)
            let orders = try tx.row(
                """
                SELECT count(*) AS decided, count(*) FILTER (WHERE k.stopped_at <= k.due_at) AS in_time
                FROM service_case c JOIN case_clock k ON k.case_id = c.id
                WHERE c.kind <> 'application' AND c.closed_at >= \(since) AND k.name = 'promised'
                    AND k.due_at IS NOT NULL AND k.stopped_at >= \(since)
                """)
            let others = [withdrawn, orders].compactMap(\.self)
            let ratings = try tx.row(
                """
                SELECT count(*) AS rated, count(*) FILTER (WHERE rating >= 3) AS well
                FROM service_case WHERE rating IS NOT NULL AND closed_at >= \(since)
                """)
            return CaseFigures(
                receivedToday: received - published, running: running - drafted,
                decided: try others.reduce(clocks?.int("decided") ?? 0) { try $0 - $1.int("decided") },
                decidedInTime: try others.reduce(clocks?.int("in_time") ?? 0) { try $0 - $1.int("in_time") },
                rated: try ratings?.int("rated") ?? 0, ratedWell: try ratings?.int("well") ?? 0)
        }
    }
}
