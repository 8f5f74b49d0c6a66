import Cases
import DecisionModel
import Journal
import Storage
import WorkingTime

extension Supervision {
    private static let past = "demo-past"

    /// Cards of some weeks ago against which nobody appealed, for the sample district.
    static func seedConfirmed(
        _ cases: [SupervisedCase], _ versions: [RuleVersion], at now: Instant, in tx: Transaction
    ) throws {
        guard let version = versions.first(where: { $0.rule.publishAfterDays != nil }) else { return }
        for (place, subject) in cases.enumerated() {
            let raised = now.adding(seconds: -(45 - place) * 86_400)
            var signal = Signal(
                id: tx.ids.next(), ruleID: version.id, ruleKey: version.rule.key, ruleName: version.rule.name,
                level: version.rule.level, caseID: subject.id, number: subject.number, name: subject.name,
                organ: subject.organ, item: past, occasion: past,
                evidence: .init(
                    version: version.version, condition: version.rule.condition, moment: "每次变化",
                    facts: ["case": ["kind": .string(subject.kind)]], entry: nil,
                    dueAt: raised.adding(seconds: -8 * 86_400), working: []),
                raisedAt: raised, appealUntil: raised.adding(seconds: 5 * 86_400))
            _ = signal.confirm(at: now)
            _ = try SignalStore.insert(signal, in: tx)
        }
    }

    /// One of them turned out to be wrong after it was published.
    static func withdrawOne(in database: Database, at now: Instant) async throws {
        try await database.write { tx in
            let published = try PublishedStore.list(after: nil, in: tx).items
            guard published.count > 1, published.allSatisfy({ $0.withdrawnOn == nil }),
                let last = published.last
            else { return }
            var signal = try SignalStore.signal(last.signalID, SignalFilter(), in: tx)
            try signal.withdraw("核实是系统迁移造成的时间错误。", by: .system, at: now)
            try SignalStore.update(signal, in: tx)
        }
    }
}
