import Government
import Jobs
import Storage
import WorkingTime

/// A running clock that an older calendar reckoned.
struct OutdatedClock: Sendable {
    let id: Int64
    /// The matter it belongs to.
    let rootID: Int64
    /// The matter's number.
    let number: String

    private static let columns: SQL =
        "SELECT k.id, coalesce(c.parent_id, c.id) AS root_id, coalesce(p.number, c.number) AS number"
    private static let source: SQL =
        """
        FROM case_clock k JOIN service_case c ON c.id = k.case_id
            LEFT JOIN service_case p ON p.id = c.parent_id
        """

    private static func isOutdated(_ version: Int) -> SQL {
        "k.stopped_at IS NULL AND k.calendar_version < \(version)"
    }

    /// Those after one, by id.
    static func page(before version: Int, after id: Int64, in tx: Transaction) throws -> [OutdatedClock] {
        try tx.rows(
            """
            \(columns) \(source) WHERE \(isOutdated(version)) AND k.id > \(id)
            ORDER BY k.id LIMIT \(CalendarFollowing.pageSize)
            """
        ).map(OutdatedClock.init)
    }

    /// Those of matters that nobody has asked for one by one.
    static func left(before version: Int, in tx: Transaction) throws -> [OutdatedClock] {
        let isAsked = JobQueue.contains(
            LoneReckoning.kind, key: "coalesce(p.number, c.number) || '@' || \(String(version))")
        return try tx.rows(
            "\(columns) \(source) WHERE \(isOutdated(version)) AND NOT \(isAsked) LIMIT \(CalendarFollowing.pageSize)"
        ).map(OutdatedClock.init)
    }

    /// How many matters have one.
    static func matterCount(before version: Int, in tx: Transaction) throws -> Int {
        try tx.count(
            "SELECT count(DISTINCT coalesce(c.parent_id, c.id)) \(source) WHERE \(isOutdated(version))")
    }

    private init(_ row: Row) throws {
        (id, rootID, number) = (try row.id("id"), try row.id("root_id"), try row.text("number"))
    }
}

extension Cases {
    /// Looks after clocks that were begun by the old calendar in the very moment when the new one was published:
    /// those of each matter become a job of their own, once everything else has been reckoned.
    func reckonStragglers() async throws {
        let version = try await database.read { tx in
            let version = try Directory.calendar(in: tx).version
            return try OutdatedClock.left(before: version, in: tx).isEmpty ? nil : version
        }
        guard let version else { return }
        let now = clock()
        try await database.write { tx in
            let whole = try JobQueue.job(CalendarFollowing.kind, key: String(version), in: tx)
            guard whole.map({ $0.finishedAt != nil }) ?? true else { return }
            for clock in try OutdatedClock.left(before: version, in: tx) {
                try LoneReckoning.ask(for: clock, version: version, at: now, in: tx)
            }
        }
    }
}
