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

    /// Writes what its rules have room for, cards before those that count them.
    ///
    /// - Returns: the cases of which a card was counted that was not written: they have to be looked at again.
    mutating func raise(_ raised: [CaseLook.Raised], in tx: Transaction) throws -> Set<Int64> {
        guard !raised.isEmpty else { return [] }
        for id in Set(raised.map(\.signal.ruleID)).sorted() { try tx.lock("supervision_rule", id: id) }
        var ground = try RaisingGround(for: raised.map(\.signal), since: now.adding(seconds: -60), in: tx)
        let (plain, counting) = (raised.filter { !$0.countsCards }, raised.filter(\.countsCards))
        var fresh = try admit(plain, by: &ground, in: tx)
        // A card that the breaker kept back is none: what has counted it would be a red card for nothing.
        let lacking = Self.lacking(fresh, of: plain).intersection(counting.map(\.signal.caseID))
        fresh += try admit(counting.filter { !lacking.contains($0.signal.caseID) }, by: &ground, in: tx)
        try write(fresh, in: tx)
        let written = Set(fresh.map(\.id))
        try tell(
            of: raised.filter { written.contains($0.signal.id) }, by: ground.versions.mapValues(\.rule),
            in: tx)
        return lacking
    }

    /// Those for which their rules have room; a rule that has not enough of it is stopped.
    private mutating func admit(
        _ raised: [CaseLook.Raised], by ground: inout RaisingGround, in tx: Transaction
    ) throws -> [Signal] {
        var admitted: [Signal] = []
        let byRule = Dictionary(grouping: raised) { $0.signal.ruleID }
        for (id, signals) in byRule.sorted(by: { $0.key < $1.key }) {
            // Somebody, or the breaker on another node, has switched it off meanwhile.
            guard var version = ground.versions[id], version.isOn(now.day) else { continue }
            let room = ground.room(under: version)
            for one in signals.prefix(room) where ground.isNew(one.signal) { admitted.append(one.signal) }
            guard signals.count > room else { continue }
            version.stop(after: version.rule.perMinute)
            try RuleStore.update(version, in: tx)
            try report(version, in: tx)
        }
        return admitted
    }

    /// The cases with a card that was noticed, and is not among those that are written.
    private static func lacking(_ written: [Signal], of raised: [CaseLook.Raised]) -> Set<Int64> {
        let ids = Set(written.map(\.id))
        return Set(
            raised.map(\.signal).filter { !ids.contains($0.id) && $0.card != nil }.map(\.caseID))
    }

    /// Rows and journal entries, with nobody told.
    func write(_ fresh: [Signal], in tx: Transaction) throws {
        try SignalStore.insert(all: fresh, in: tx)
        let entries = fresh.map {
            entry($0, "signal.raised", "监察\($0.level.chinese)：\($0.ruleName)。")
        }
        try Journal.append(together: entries, in: tx)
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
