import Cases
import Government
import Journal
import Messaging
import Storage
import WorkingTime

/// Keeps watch: looks at cases after they have changed, when time brings something, and once when the rules are others.
///
/// It follows the journal in the order of the log, so that whoever changes a case pays nothing for it; and it knows of
/// every case when time may next bring something, so that a quiet minute is one look at an index.
struct Watching: Sendable {
    let database: Database
    let outbox: Outbox
    /// Cases in one transaction.
    var batch = 400

    /// Looks at what has changed since the last time.
    func follow(at now: Instant) async throws {
        let rules = try await database.read { try looking(at: now, in: $0) }
        while true {
            let (ids, from, to) = try await database.read { tx in
                let end = try Journal.placedCount(in: tx)
                guard let text = try WatchStore.value(.journal, in: tx), let from = Int64(text) else {
                    return ([Int64](), Int64(-1), end)
                }
                let to = min(end, from + Int64(batch))
                guard from < to else { return ([], from, from) }
                let subjects = try Journal.subjectsPlaced(from: from, count: to - from, in: tx)
                return (try WatchStore.ids(about: subjects, in: tx), from, to)
            }
            guard from != to else { return }
            try await look(at: ids, by: rules) { try WatchStore.set(.journal, to: String(to), in: $0) }
            try Task.checkCancellation()
        }
    }

    /// Looks at what time alone has brought.
    func passTime(at now: Instant) async throws {
        var due = try await self.due(at: now)
        guard !due.isEmpty else { return }
        // The rules are read once a run; whoever switches one off meanwhile is heard where signals are written.
        let looking = try await database.read { try self.looking(at: now, in: $0) }
        var found = try await outcomes(at: due.map(\.id), by: looking)
        while !due.isEmpty {
            // The next are other cases, and are looked at while what came of these is written.
            let (looked, ready) = (due, found)
            async let kept: Void = keep(ready, of: looked.map(\.id), by: looking)
            let next = try await self.due(at: now, after: looked.last)
            let later = try await outcomes(at: next.map(\.id), by: looking)
            try await kept
            try Task.checkCancellation()
            (due, found) = (next, later)
        }
    }

    private func due(at now: Instant, after last: WatchStore.Due? = nil) async throws -> [WatchStore.Due] {
        try await database.read { try WatchStore.due(at: now, after: last, limit: batch, in: $0) }
    }

    /// Looks at some cases by the rules of the moment.
    func look(at ids: [Int64], _ now: Instant) async throws {
        try await look(at: ids, by: try await database.read { try looking(at: now, in: $0) })
    }

    /// Looks at some cases, and keeps what came of it.
    func look(
        at ids: [Int64], by looking: CaseLook,
        also record: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        let found = try await outcomes(at: ids, by: looking)
        try await keep(found, of: ids, by: looking, also: record)
    }

    /// What comes of looking at some cases: read beside the writers.
    private func outcomes(at ids: [Int64], by looking: CaseLook) async throws -> [CaseLook.Outcome] {
        guard !ids.isEmpty else { return [] }
        return try await database.read { tx in
            let records = try WatchStore.records(ids, by: looking.calendar, in: tx)
            let known = try SignalStore.signals(ofCases: ids, in: tx)
            return records.map { looking.look(at: $0, known: known[$0.subject.id] ?? []) }
        }
    }

    private func keep(
        _ outcomes: [CaseLook.Outcome], of ids: [Int64], by looking: CaseLook,
        also record: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        try await database.write { tx in
            var raising = Raising(outbox: outbox, calendar: looking.calendar, now: looking.now)
            // What is gone is not waited for.
            var times = Dictionary(ids.map { ($0, Instant?.none) }) { first, _ in first }
            for outcome in outcomes { times[outcome.caseID] = .some(outcome.next) }
            try WatchStore.set(times, in: tx)
            let lacking = try raising.raise(outcomes.flatMap(\.raised), in: tx)
            try WatchStore.set(
                Dictionary(lacking.map { ($0, Instant?.some(looking.now)) }) { first, _ in first }, in: tx)
            try raising.keep(outcomes.flatMap(\.changed), in: tx)
            try record(tx)
        }
    }

    /// With what cases are looked at: the rules of a day, and the calendar.
    func looking(at now: Instant, in tx: Transaction) throws -> CaseLook {
        let versions = try RuleStore.versions(in: tx)
        return CaseLook(
            rules: ActiveRule.on(now.day, of: versions),
            versions: Dictionary(versions.map { ($0.id, $0) }) { first, _ in first },
            calendar: try Directory.calendar(in: tx), now: now,
            lineage: OrganLineage(try Directory.everyOrgan(in: tx)),
            newID: { [ids = database.ids] in ids.next() })
    }
}
