import Cases
import Government
import Journal
import Modules
import Refusals
import Storage
import WorkingTime

/// Looks through what is new in the log for what is unusual. It goes by places in the log, not by ids: an entry that is
/// committed late has a place behind those it is older than, and is not missed.
struct PatternWatch: Sendable {
    /// How many places one transaction looks at.
    static let stepPlaces: Int64 = 500
    /// How many transactions one run makes at most.
    static let mostSteps = 40
    /// For how long is remembered what was counted, in seconds.
    private static let keptSeconds = 3 * 86_400
    private static let name = "patterns"

    let database: Database

    var job: Job {
        Job(name: "audit.watch", intervalSeconds: 30) { now in try await run(at: now) }
    }

    /// Looks at what is new.
    func run(at now: Instant) async throws {
        for _ in 0..<Self.mostSteps {
            guard try await database.write({ try step(in: $0) }) else { break }
        }
        try await database.write { tx in
            try Disclosures.check(dueBefore: now, in: tx)
            try FindingStore.forget(before: now.adding(seconds: -Self.keptSeconds), in: tx)
        }
    }

    /// Looks at the next places. False when there are none.
    func step(in tx: Transaction) throws -> Bool {
        let next = try nextPlace(in: tx)
        let count = min(try Journal.placedCount(in: tx) - next, Self.stepPlaces)
        guard count > 0 else { return false }
        let current = try RulesStore.current(in: tx)
        let calendar = try Self.calendar(in: tx)
        let entries = try Journal.placed(from: next, count: count, actions: AuditRules.watched, in: tx)
        for stored in entries where stored.erasedAt == nil {
            try look(at: stored, by: current, calendar, in: tx)
        }
        try tx.execute(
            """
            INSERT INTO audit_progress (name, next_place) VALUES (\(Self.name), \(next + count))
            ON CONFLICT (name) DO UPDATE SET next_place = excluded.next_place
            """)
        return true
    }

    private func look(
        at stored: StoredEntry, by current: VersionedRules, _ calendar: WorkingCalendar, in tx: Transaction
    ) throws {
        for observation in current.rules.observations(of: stored, calendar: calendar) {
            try FindingStore.count(observation, of: stored, by: current.version, in: tx)
        }
        guard let number = AuditRules.caseNumber(of: stored.entry) else { return }
        let actor = stored.entry.actor
        if try Cases.isOwn(number, ofAccount: actor.accountID, named: actor.name, in: tx) {
            let own = Observation(
                pattern: .selfDealing, key: "\(actor.accountID)@\(number)", member: number, threshold: 1)
            try FindingStore.count(own, of: stored, by: current.version, in: tx)
        }
        if stored.entry.action == "case.disclosed" {
            try Disclosures.expect(stored, number, within: current.rules.followUpHours, in: tx)
        }
    }

    private func nextPlace(in tx: Transaction) throws -> Int64 {
        try tx.exclude("audit.watch")
        return try tx.row("SELECT next_place FROM audit_progress WHERE name = \(Self.name)")?.id("next_place")
            ?? 0
    }

    /// Before a calendar is published, weekends alone are days off.
    static func calendar(in tx: Transaction) throws -> WorkingCalendar {
        do { return try Directory.calendar(in: tx) } catch DomainError.notFound { return .weekendsOnly }
    }
}
