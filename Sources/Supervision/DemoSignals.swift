import Cases
import DecisionModel
import Government
import Storage
import WorkingTime

extension Supervision {
    /// The delivered rules and a few signals, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-supervision")
            try DeliveredRules.install(on: now.day, in: tx)
            try DeliveredKinds.install(at: now, in: tx)
            try seedMatters(at: now, in: tx)
            guard try SignalStore.signals(SignalFilter(), after: nil, in: tx).items.isEmpty else { return }
            let versions = try RuleStore.versions(in: tx)
            let calendar = try Directory.calendar(in: tx)
            let ids = try SupervisedCase.filed(since: now.adding(seconds: -365 * 86_400), limit: 3, in: tx)
            let cases = try SupervisedCase.cases(ids, in: tx).sorted { $0.id < $1.id }
            let keys = cases.isEmpty ? [] : ["urged-thrice", "sent-back-often", "no-acceptance"]
            for (place, key) in keys.enumerated() {
                let subject = cases[place % cases.count]
                guard let version = versions.first(where: { $0.rule.key == key }) else { continue }
                let raised = now.adding(seconds: -86_400)
                let evidence = Signal.Evidence(
                    version: version.version, condition: version.rule.condition, moment: "每次变化",
                    facts: ["case": ["kind": .string(subject.kind), "organ": .string(subject.organ)]],
                    entry: nil,
                    dueAt: nil, working: [])
                let signal = Signal(
                    id: tx.ids.next(), ruleID: version.id, ruleKey: key, ruleName: version.rule.name,
                    level: version.rule.level, caseID: subject.id, number: subject.number, name: subject.name,
                    organ: subject.organ, item: "demo", occasion: "demo", evidence: evidence,
                    raisedAt: raised,
                    appealUntil: calendar.workingDay(version.rule.appealDays, from: raised.day).endOfDay)
                _ = try SignalStore.insert(signal, in: tx)
            }
            try seedConfirmed(cases, versions, at: now, in: tx)
        }
        try await Publishing(database: database).publish(at: now)
        try await withdrawOne(in: database, at: now)
    }
}
