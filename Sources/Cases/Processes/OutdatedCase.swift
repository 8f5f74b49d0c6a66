import Government
import Jobs
import Storage
import WorkingTime

/// A case in which something runs that an older calendar reckoned: a clock, a timer, the limit of a step.
struct OutdatedCase: Sendable {
    let id: Int64
    /// The matter it belongs to.
    let rootID: Int64
    /// The matter's number.
    let number: String

    /// The cases, each once, with the matter they belong to.
    private static func all(before version: Int) -> SQL {
        """
        FROM (SELECT case_id FROM case_clock WHERE stopped_at IS NULL AND calendar_version < \(version)
            UNION SELECT case_id FROM case_timer WHERE calendar_version < \(version)
            UNION SELECT case_id FROM case_task WHERE state = 'open' AND calendar_version < \(version)) AS o
            JOIN service_case c ON c.id = o.case_id LEFT JOIN service_case p ON p.id = c.parent_id
        """
    }

    private static let columns: SQL =
        "SELECT c.id, coalesce(c.parent_id, c.id) AS root_id, coalesce(p.number, c.number) AS number"

    /// Those after one, by id.
    static func page(before version: Int, after id: Int64, in tx: Transaction) throws -> [OutdatedCase] {
        try tx.rows(
            """
            \(columns) \(all(before: version)) WHERE c.id > \(id)
            ORDER BY c.id LIMIT \(CalendarFollowing.pageSize)
            """
        ).map(OutdatedCase.init)
    }

    /// Those of matters that nobody has asked for one by one.
    static func left(before version: Int, in tx: Transaction) throws -> [OutdatedCase] {
        let isAsked = JobQueue.contains(
            LoneReckoning.kind, key: "coalesce(p.number, c.number) || '@' || \(String(version))")
        return try tx.rows(
            "\(columns) \(all(before: version)) WHERE NOT \(isAsked) LIMIT \(CalendarFollowing.pageSize)"
        ).map(OutdatedCase.init)
    }

    /// How many matters have one.
    static func matterCount(before version: Int, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(DISTINCT coalesce(c.parent_id, c.id)) \(all(before: version))")
    }

    private init(_ row: Row) throws {
        (id, rootID, number) = (try row.id("id"), try row.id("root_id"), try row.text("number"))
    }
}

extension Cases {
    /// Looks after what was begun by the old calendar in the very moment when the new one was published:
    /// those of each matter become a job of their own, once everything else has been reckoned.
    func reckonStragglers() async throws {
        let version = try await database.read { tx in
            let version = try Directory.calendar(in: tx).version
            return try OutdatedCase.left(before: version, in: tx).isEmpty ? nil : version
        }
        guard let version else { return }
        let now = clock()
        try await database.write { tx in
            let whole = try JobQueue.job(CalendarFollowing.kind, key: String(version), in: tx)
            guard whole.map({ $0.finishedAt != nil }) ?? true else { return }
            for subject in try OutdatedCase.left(before: version, in: tx) {
                try LoneReckoning.ask(for: subject, version: version, at: now, in: tx)
            }
        }
    }
}
