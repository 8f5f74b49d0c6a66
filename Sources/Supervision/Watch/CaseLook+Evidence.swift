import Cases
import DecisionModel
import Journal
import WorkingTime

/// What is kept with a signal: the facts as they were, the acts that were counted, and the working of the clock.
extension CaseLook {
    /// The newest acts that one signal keeps.
    private static let mostActs = 30

    func signal(
        _ active: ActiveRule, _ item: SupervisedItem, _ occasion: String, _ facts: Variables,
        _ record: CaseRecord
    ) -> Signal {
        // Acts are kept with their entries instead, by which each can be proven.
        var shown = facts
        shown["acts"] = nil
        let evidence = Signal.Evidence(
            version: active.version.version, condition: active.rule.condition,
            moment: active.rule.moment?.chinese ?? "每次变化", facts: shown, entry: record.acts.last?.entry,
            dueAt: record.point(.due, of: item), working: working(item), acts: acts(active, item, record),
            basis: active.rule.basis)
        let subject = record.subject
        return Signal(
            id: newID(), ruleID: active.version.id, ruleKey: active.rule.key, ruleName: active.rule.name,
            level: active.rule.level, caseID: subject.id, number: subject.number, name: subject.name,
            organ: record.organ(item), item: item.name, occasion: occasion, evidence: evidence, raisedAt: now,
            appealUntil: calendar.workingDay(active.rule.appealDays, from: now.day).endOfDay)
    }

    /// The acts that the condition goes by: the one it looks at, those it names, or else the last ones.
    private func acts(_ active: ActiveRule, _ item: SupervisedItem, _ record: CaseRecord)
        -> [Signal.Evidence.Act]?
    {
        if case .act(let act) = item { return [Signal.Evidence.Act(act)] }
        guard active.asksForActs else { return nil }
        let named = record.acts.filter(active.names)
        return (named.isEmpty ? record.acts : named).suffix(Self.mostActs).map { Signal.Evidence.Act($0) }
    }

    /// The last ninety days of the counting: which counted and which did not.
    private func working(_ item: SupervisedItem) -> [String] {
        guard case .clock(let clock) = item, let days = clock.reckoning(by: calendar, now: now)?.days else {
            return []
        }
        return days.suffix(90).map { "\($0.date.shortChinese) \($0.counted ? "计入" : "不计")：\($0.reason)" }
    }
}

extension Signal.Evidence.Act {
    fileprivate init(_ act: SubjectAct) {
        self.init(
            entry: act.entry, action: act.action, at: act.at, outcome: act.outcome,
            isAutomatic: act.isAutomatic)
    }
}
