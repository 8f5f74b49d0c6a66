import Identity
import Storage
import WorkingTime

/// How many tasks of a queue run out today, and how many have run out.
public struct DeskUrgency: Sendable, Hashable {
    /// Due before the day is over, and not yet overdue.
    public let dueToday: DeskCount
    /// Past their due time.
    public let overdue: DeskCount

    /// Figures that were counted.
    public init(dueToday: DeskCount, overdue: DeskCount) {
        self.dueToday = dueToday
        self.overdue = overdue
    }
}

/// How many tasks there are, up to a thousand; what is more is not counted.
public struct DeskCount: Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// So far is counted.
    public static let limit = 1_000
    private let counted: Int

    /// A count that went no further than the limit in any of its parts.
    public init(_ counted: Int) { self.counted = min(counted, Self.limit) }

    /// A count that is known.
    public init(integerLiteral counted: Int) { self.init(counted) }

    /// The figure, or `999+`.
    public var description: String { counted < Self.limit ? "\(counted)" : "\(Self.limit - 1)+" }
}

extension Cases {
    /// What is urgent in one queue of this viewer's desk, over all its pages; of what is done, nothing: somebody has
    /// finished 20,000 tasks, and to ask each when it was due took a third of a second.
    public func deskUrgency(_ queue: DeskQueue, for viewer: Viewer) async throws -> DeskUrgency {
        guard queue != .done else { return DeskUrgency(dueToday: 0, overdue: 0) }
        let now = clock()
        let end = now.day.endOfDay
        return try await database.read { tx in
            let desk = DeskListing(queue: queue, viewer: viewer)
            let row = try tx.row(
                """
                SELECT \(desk.count(dueBefore: now)) AS overdue,
                    \(desk.count(dueFrom: now, before: end.adding(seconds: 1))) AS today
                """)
            return DeskUrgency(
                dueToday: DeskCount(try row?.int("today") ?? 0),
                overdue: DeskCount(try row?.int("overdue") ?? 0))
        }
    }
}
