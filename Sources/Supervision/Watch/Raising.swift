import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Writes what was noticed: row, journal entry and messages in one transaction. A rule that fires on too much is stopped.
struct Raising {
    let outbox: Outbox
    let calendar: WorkingCalendar
    let now: Instant
    var members: [String: [OrganMember]] = [:]

    init(outbox: Outbox, calendar: WorkingCalendar, now: Instant) {
        (self.outbox, self.calendar, self.now) = (outbox, calendar, now)
    }

    mutating func raise(_ raised: [CaseLook.Raised], in tx: Transaction) throws {
        guard !raised.isEmpty else { return }
        let byRule = Dictionary(grouping: raised) { $0.signal.ruleID }
        for id in byRule.keys.sorted() { try tx.lock("supervision_rule", id: id) }
        var ground = try RaisingGround(for: raised.map(\.signal), since: now.adding(seconds: -60), in: tx)
        var fresh: [Signal] = []
        for (id, signals) in byRule.sorted(by: { $0.key < $1.key }) {
            // Somebody, or the breaker on another node, has switched it off meanwhile.
            guard var version = ground.versions[id], version.isOn(now.day) else { continue }
            let room = ground.room(under: version)
            fresh += signals.prefix(room).map(\.signal).filter { ground.isNew($0) }
            guard signals.count > room else { continue }
            version.stop(after: version.rule.perMinute)
            try RuleStore.update(version, in: tx)
            try report(version, in: tx)
        }
        try SignalStore.insert(all: fresh, in: tx)
        let entries = fresh.map {
            entry($0, "signal.raised", "监察\($0.level.chinese)：\($0.ruleName)。")
        }
        try Journal.append(together: entries, in: tx)
        let written = Set(fresh.map(\.id))
        try tell(
            of: raised.filter { written.contains($0.signal.id) }, by: ground.versions.mapValues(\.rule),
            in: tx)
    }

    /// What was taken back or is over.
    mutating func keep(_ signals: [Signal], in tx: Transaction) throws {
        guard !signals.isEmpty else { return }
        let signals = signals.sorted { $0.id < $1.id }
        for signal in signals { try tx.lock("supervision_signal", id: signal.id) }
        let revisions = try SignalStore.revisions(of: signals.map(\.id), in: tx)
        // Whoever has spoken meanwhile is heard first; the next look comes to it again.
        let kept = signals.filter { revisions[$0.id] == $0.revision - 1 }
        for signal in kept { try SignalStore.update(signal, in: tx) }
        let entries = kept.map { signal in
            let words = signal.course.last?.words ?? ""
            let action = signal.state == .cancelled ? "signal.cancelled" : "signal.settled"
            return entry(signal, action, "监察信号\(signal.state.chinese)：\(words)")
        }
        try Journal.append(together: entries, in: tx)
        try tell(cancelled: kept.filter { $0.state == .cancelled && $0.level.isCard }, in: tx)
    }

    private func entry(_ signal: Signal, _ action: String, _ sentence: Sentence) -> JournalEntry {
        JournalEntry(
            at: now, actor: .system, action: action, subject: "signal:\(signal.id)", sentence: sentence,
            detail: ["case": signal.number, "rule": signal.ruleKey, "level": signal.level.rawValue])
    }
}
