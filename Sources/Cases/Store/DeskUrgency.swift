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
            let desk = DeskListing(queue: queue, viewer: viewer)
            let row = try tx.row(
                """
                SELECT \(desk.count(dueBefore: now)) AS overdue,
                    \(desk.count(dueBefore: end.adding(seconds: 1))) AS due
                """)
            let overdue = try row?.int("overdue") ?? 0
            return DeskUrgency(dueToday: try (row?.int("due") ?? 0) - overdue, overdue: overdue)
        }
    }
}
