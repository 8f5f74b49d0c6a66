import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// The way through everything that is open, once, after rules or calendar have changed.
extension Watching {
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
            let ids = RuleVersion.looking(on: now.day, of: versions).map { String($0.id) }
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
            try giveWay(at: now, in: tx)
            try WatchStore.set(.rules, to: stamp, in: tx)
            try WatchStore.set(.sweep, to: "0", in: tx)
        }
    }

    /// The day of a new version has come: the one that looked until then is switched off.
    private func giveWay(at now: Instant, in tx: Transaction) throws {
        try tx.exclude("supervision-rules")
        for (old, new) in RuleVersion.outlived(on: now.day, of: try RuleStore.versions(in: tx)) {
            var old = old
            old.giveWay(to: new.version)
            try RuleStore.update(old, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: .system, action: "supervision_rule.off", subject: "rule:\(old.rule.key)",
                    sentence: "监察规则「\(old.rule.name)」第 \(old.version) 版由第 \(new.version) 版接替。"), in: tx)
        }
    }
}
