import Cases
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who is told of what was noticed.
extension Raising {
    /// Many at once are told in one message.
    mutating func tell(
        of raised: [CaseLook.Raised], by rules: [Int64: SupervisionRule], in tx: Transaction
    ) throws {
        try meet(Set(raised.flatMap { [$0.signal.organ] + $0.steps.map(\.organ) }), in: tx)
        var told: [Int64: [Signal]] = [:]
        for one in raised {
            guard let rule = rules[one.signal.ruleID] else { continue }
            for account in try audience(of: rule, one, in: tx) {
                told[account, default: []].append(one.signal)
            }
        }
        for (account, signals) in told.sorted(by: { $0.key < $1.key }) {
            let together: Sentence = "监察系统发出 \(signals.count) 条信号，请到监察信号页面查看。"
            try tell(account, of: signals, together, in: tx, each: \.message)
        }
    }

    private func tell(
        _ account: Int64, of signals: [Signal], _ together: Sentence, in tx: Transaction,
        each words: (Signal) -> Sentence
    ) throws {
        guard signals.count <= 5 else {
            try outbox.enqueue(to: account, about: SupervisionPath.signals, together, at: now, in: tx)
            return
        }
        for signal in signals {
            try outbox.enqueue(to: account, about: signal.address, words(signal), at: now, in: tx)
        }
    }

    /// The organ that a card was held against, and whoever waits for an answer about it, learn that it fell by itself.
    mutating func tell(cancelled cards: [Signal], in tx: Transaction) throws {
        guard !cards.isEmpty else { return }
        try meet(Set(cards.map(\.organ)), in: tx)
        var told: [Int64: [Signal]] = [:]
        for card in cards {
            for account in Set(heads(of: card.organ)).union(card.appealedBy.map { [$0] } ?? []) {
                told[account, default: []].append(card)
            }
        }
        for (account, cards) in told.sorted(by: { $0.key < $1.key }) {
            let together: Sentence = "\(cards.count) 条监察信号自动取消，请到监察信号页面查看。"
            try tell(account, of: cards, together, in: tx) { card in
                "监察信号「\(card.ruleName)」（\(card.number)）自动取消：\(card.course.last?.words ?? "")"
            }
        }
    }

    /// Finds out who works for these organs, all at once.
    private mutating func meet(_ organs: Set<String>, in tx: Transaction) throws {
        let strangers = organs.filter { members[$0] == nil }.sorted()
        guard !strangers.isEmpty else { return }
        let found = try Accounts.members(ofEach: strangers, on: now.day, in: tx)
        for organ in strangers { members[organ] = found[organ] ?? [] }
    }

    private mutating func audience(of rule: SupervisionRule, _ one: CaseLook.Raised, in tx: Transaction)
        throws
        -> Set<Int64>
    {
        var accounts: Set<Int64> = []
        for audience in rule.tells {
            switch audience {
            case .head: accounts.formUnion(heads(of: one.signal.organ))
            case .supervisor: accounts.formUnion(try supervisors(in: tx))
            case .holder: accounts.formUnion(holders(of: one))
            }
        }
        return accounts
    }

    /// Whoever has an open step, in whatever organ, and of a step that nobody has all who may take it; the officers of the
    /// organ where no step is open.
    private func holders(of one: CaseLook.Raised) -> [Int64] {
        guard !one.steps.isEmpty else { return able(Role.officer.rawValue, in: one.signal.organ) }
        return one.steps.flatMap { step in
            step.task.holder.map { [$0.accountID] } ?? able(step.task.role, in: step.organ)
        }
    }

    /// Who has a role in an organ; where nobody has, its heads.
    private func able(_ role: String, in organ: String) -> [Int64] {
        let able = (members[organ] ?? []).filter { $0.roles.contains { $0.rawValue == role } }.map(\.id)
        return able.isEmpty ? heads(of: organ) : able
    }

    private func heads(of organ: String) -> [Int64] {
        (members[organ] ?? []).filter { $0.roles.contains(.head) }.map(\.id)
    }

    private mutating func supervisors(in tx: Transaction) throws -> [Int64] {
        let key = "role:supervisor"
        if members[key] == nil { members[key] = try Accounts.holders(of: .supervisor, on: now.day, in: tx) }
        return members[key, default: []].map(\.id)
    }

    mutating func report(_ version: RuleVersion, in tx: Transaction) throws {
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
