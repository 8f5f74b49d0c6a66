import Cases
import Government
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
    private var members: [String: [OrganMember]] = [:]

    init(outbox: Outbox, calendar: WorkingCalendar, now: Instant) {
        (self.outbox, self.calendar, self.now) = (outbox, calendar, now)
    }

    mutating func raise(_ raised: [(signal: Signal, item: SupervisedItem)], in tx: Transaction) throws {
        var (told, entries): ([Int64: [Signal]], [JournalEntry]) = ([:], [])
        let byRule = Dictionary(grouping: raised) { $0.signal.ruleID }
        for (id, signals) in byRule.sorted(by: { $0.key < $1.key }) {
            try tx.lock("supervision_rule", id: id)
            var version = try RuleStore.version(id, in: tx)
            // Somebody, or the breaker on another node, has switched it off meanwhile.
            guard version.isOn(now.day) else { continue }
            let count = try SignalStore.count(ofRule: id, since: now.adding(seconds: -60), in: tx)
            let room = max(version.rule.perMinute - count, 0)
            let items = Dictionary(signals.map { ($0.signal.id, $0.item) }) { first, _ in first }
            for signal in try SignalStore.insert(all: signals.prefix(room).map(\.signal), in: tx) {
                guard let item = items[signal.id] else { continue }
                entries.append(
                    entry(signal, "signal.raised", "监察\(signal.level.chinese)：\(signal.ruleName)。"))
                for account in try audience(of: version.rule, signal, item, in: tx) {
                    told[account, default: []].append(signal)
                }
            }
            guard signals.count > room else { continue }
            version.stop(after: version.rule.perMinute)
            try RuleStore.update(version, in: tx)
            try report(version, in: tx)
        }
        try Journal.append(together: entries, in: tx)
        try tell(told, in: tx)
    }

    /// What was taken back or is over.
    mutating func keep(_ signals: [Signal], in tx: Transaction) throws {
        for signal in signals {
            try tx.lock("supervision_signal", id: signal.id)
            // Whoever has spoken meanwhile is heard first; the next look comes to it again.
            guard try SignalStore.signal(signal.id, SignalFilter(), in: tx).revision == signal.revision - 1
            else {
                continue
            }
            try SignalStore.update(signal, in: tx)
            let words = signal.course.last?.words ?? ""
            let action = signal.state == .cancelled ? "signal.cancelled" : "signal.settled"
            try Journal.append(entry(signal, action, "监察信号\(signal.state.chinese)：\(words)"), in: tx)
        }
    }

    private func entry(_ signal: Signal, _ action: String, _ sentence: Sentence) -> JournalEntry {
        JournalEntry(
            at: now, actor: .system, action: action, subject: "signal:\(signal.id)", sentence: sentence,
            detail: ["case": signal.number, "rule": signal.ruleKey, "level": signal.level.rawValue])
    }

    private mutating func staff(of organ: String, in tx: Transaction) throws -> [OrganMember] {
        if let known = members[organ] { return known }
        let found = try Accounts.members(of: organ, on: now.day, in: tx)
        members[organ] = found
        return found
    }

    private mutating func audience(
        of rule: SupervisionRule, _ signal: Signal, _ item: SupervisedItem, in tx: Transaction
    ) throws -> Set<Int64> {
        let staff = try staff(of: signal.organ, in: tx)
        let heads = staff.filter { $0.roles.contains(.head) }.map(\.id)
        var accounts: Set<Int64> = []
        for audience in rule.tells {
            switch audience {
            case .head: accounts.formUnion(heads)
            case .supervisor: accounts.formUnion(try supervisors(in: tx))
            case .holder:
                if case .task(let task) = item, let holder = task.holder {
                    accounts.insert(holder.accountID)
                } else {
                    let role = if case .task(let task) = item { task.role } else { Role.officer.rawValue }
                    let able = staff.filter { $0.roles.contains { $0.rawValue == role } }.map(\.id)
                    accounts.formUnion(able.isEmpty ? heads : able)
                }
            }
        }
        return accounts
    }

    private mutating func supervisors(in tx: Transaction) throws -> [Int64] {
        let key = "role:supervisor"
        if members[key] == nil { members[key] = try Accounts.holders(of: .supervisor, on: now.day, in: tx) }
        return members[key, default: []].map(\.id)
    }

    /// Many at once are told in one message.
    private func tell(_ told: [Int64: [Signal]], in tx: Transaction) throws {
        for (account, signals) in told.sorted(by: { $0.key < $1.key }) {
            if signals.count > 5 {
                try outbox.enqueue(
                    to: account, about: "supervision", "监察系统发出 \(signals.count) 条信号，请到监察信号页面查看。", at: now,
                    in: tx)
                continue
            }
            for signal in signals {
                try outbox.enqueue(to: account, about: signal.number, signal.message, at: now, in: tx)
            }
        }
    }

    private mutating func report(_ version: RuleVersion, in tx: Transaction) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: .system, action: "supervision_rule.stopped",
                subject: "rule:\(version.rule.key)",
                sentence: "监察规则「\(version.rule.name)」已自动停止：一分钟内达到 \(version.rule.perMinute) 条。"), in: tx)
        for account in try supervisors(in: tx) {
            try outbox.enqueue(
                to: account, about: "supervision",
                "监察规则「\(version.rule.name)」一分钟内发出 \(version.rule.perMinute) 条信号，已自动停止，请核对条件。", at: now, in: tx
            )
        }
    }
}
