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
        // The rules are read once a run; whoever switches one off meanwhile is heard where signals are written.
        var looking: CaseLook?
        while true {
            let ids = try await database.read { try WatchStore.due(at: now, limit: batch, in: $0) }
            guard !ids.isEmpty else { return }
            let look =
                if let looking { looking } else {
                    try await database.read { try self.looking(at: now, in: $0) }
                }
            looking = look
            try await self.look(at: ids, by: look)
            try Task.checkCancellation()
        }
    }

    /// Looks at every open case once after the rules or the calendar have changed: a stretch at a time.
    func sweep(at now: Instant, stretches: Int = 10) async throws {
        try await startSweep(at: now)
        var looking: CaseLook?
        for _ in 0..<stretches {
            let ids = try await database.read { tx -> [Int64]? in
                guard let last = try WatchStore.value(.sweep, in: tx).flatMap({ Int64($0) }) else {
                    return nil
                }
                return try WatchStore.open(after: last, limit: batch, in: tx)
            }
            guard let ids else { return }
            let last = ids.count < batch ? "" : String(ids.last ?? 0)
            let look =
                if let looking { looking } else {
                    try await database.read { try self.looking(at: now, in: $0) }
                }
            looking = look
            try await self.look(at: ids, by: look) { try WatchStore.set(.sweep, to: last, in: $0) }
            try Task.checkCancellation()
        }
    }

    private func startSweep(at now: Instant) async throws {
        let (stamp, known, isEmpty, lacksKinds) = try await database.read { tx in
            let versions = try RuleStore.versions(in: tx)
            let ids = versions.filter { $0.isOn(now.day) }.map { String($0.id) }
            let calendar = try Directory.calendar(in: tx).version
            return (
                "\(calendar) \(ids.sorted().joined(separator: ","))", try WatchStore.value(.rules, in: tx),
                versions.isEmpty, try KindStore.kinds(in: tx).isEmpty
            )
        }
        guard isEmpty || lacksKinds || stamp != known else { return }
        try await database.write { tx in
            if lacksKinds { try DeliveredKinds.install(at: now, in: tx) }
            if isEmpty { return try DeliveredRules.install(on: now.day, in: tx) }
            guard stamp != known else { return }
            try WatchStore.set(.rules, to: stamp, in: tx)
            try WatchStore.set(.sweep, to: "0", in: tx)
        }
    }

    /// Looks at some cases by the rules of the moment.
    func look(at ids: [Int64], _ now: Instant) async throws {
        try await look(at: ids, by: try await database.read { try looking(at: now, in: $0) })
    }

    /// Looks at some cases, and keeps what came of it. What is read is read beside the writers.
    private func look(
        at ids: [Int64], by looking: CaseLook,
        also record: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        let outcomes = try await database.read { [ids] tx in
            let records = try WatchStore.records(ids, by: looking.calendar, in: tx)
            let known = try SignalStore.signals(ofCases: ids, in: tx)
            return records.map { looking.look(at: $0, known: known[$0.subject.id] ?? []) }
        }
        try await database.write { tx in
            var raising = Raising(outbox: outbox, calendar: looking.calendar, now: looking.now)
            for outcome in outcomes { try WatchStore.set(outcome.next, of: outcome.caseID, in: tx) }
            // What is gone is not waited for.
            for gone in Set(ids).subtracting(outcomes.map(\.caseID)) {
                try WatchStore.set(nil, of: gone, in: tx)
            }
            try raising.raise(outcomes.flatMap(\.raised), in: tx)
            try raising.keep(outcomes.flatMap(\.changed), in: tx)
            try record(tx)
        }
    }

    private func looking(at now: Instant, in tx: Transaction) throws -> CaseLook {
        let versions = try RuleStore.versions(in: tx)
        return CaseLook(
            rules: ActiveRule.on(now.day, of: versions),
            versions: Dictionary(versions.map { ($0.id, $0) }) { first, _ in first },
            calendar: try Directory.calendar(in: tx), now: now,
            newID: { [ids = database.ids] in ids.next() })
    }
}
