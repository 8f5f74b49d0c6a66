import Identity
import Storage
import WorkingTime

/// How many tasks of a queue run out today, and how many have run out.
public struct DeskUrgency: Sendable, Hashable {
    /// Due before the day is over, and not yet overdue.
    public let dueToday: Int
    /// Past their due time.
    public let overdue: Int

    /// Figures that were counted.
    public init(dueToday: Int, overdue: Int) {
        self.dueToday = dueToday
        self.overdue = overdue
    }
}

extension Cases {
    /// What is urgent in one queue of this viewer's desk, over all its pages.
    public func deskUrgency(_ queue: DeskQueue, for viewer: Viewer) async throws -> DeskUrgency {
        let now = clock()
        let end = now.day.endOfDay
        return try await database.read { tx in
            let row = try tx.row(
                """
                SELECT count(*) FILTER (WHERE t.due_at < \(now)) AS overdue,
                    count(*) FILTER (WHERE t.due_at >= \(now) AND t.due_at <= \(end)) AS today
                FROM case_task t JOIN service_case c ON c.id = t.case_id
                WHERE \(CaseQueries.condition(queue, viewer)) AND t.due_at <= \(end)
                """)
            return DeskUrgency(dueToday: try row?.int("today") ?? 0, overdue: try row?.int("overdue") ?? 0)
        }
    }
}
