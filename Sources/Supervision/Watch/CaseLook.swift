import Cases
import DecisionModel
import Government
import Journal
import WorkingTime

/// Looks at one case by all rules: what is to be told of it, what is taken back, and when to look again.
struct CaseLook: Sendable {
    let rules: [ActiveRule]
    /// Every version there is, by id: signals remember theirs.
    let versions: [Int64: RuleVersion]
    let calendar: WorkingCalendar
    let now: Instant
    /// Who answers for organs that are gone.
    let lineage: OrganLineage
    let newID: @Sendable () -> Int64

    /// What was noticed, and who has to do with it.
    struct Raised: Sendable {
        let signal: Signal
        let item: SupervisedItem
        /// Whoever holds or may take these is responsible for it.
        let steps: [CaseRecord.OpenStep]
        /// Whether it counts cards, some of which may come of the same look.
        let countsCards: Bool
    }

    /// What came of looking.
    struct Outcome: Sendable {
        let caseID: Int64
        var raised: [Raised] = []
        var changed: [Signal] = []
        var next: Instant?
    }

    func look(at record: CaseRecord, known: [Signal]) -> Outcome {
        var outcome = Outcome(caseID: record.subject.id)
        var record = record
        record.cards = cards(of: known)
        look(by: rules.filter { !$0.asksForCards }, at: record, known, &outcome)
        // Cards are counted once those are known that this look brings.
        let counting = rules.filter(\.asksForCards)
        var counted = record
        counted.cards += cards(of: outcome.raised.map(\.signal))
        look(by: counting, at: counted, known, &outcome)
        for signal in known where signal.state.stands {
            if let changed = reviewed(signal, record) { outcome.changed.append(changed) }
        }
        // What rests on a card that has just fallen is looked at again.
        let hasFallen = !counting.isEmpty && outcome.changed.contains { $0.state == .cancelled }
        if hasFallen || outcome.changed.contains(where: { isDueAgain($0, record) }) { outcome.next = now }
        return outcome
    }

    private func look(
        by rules: [ActiveRule], at record: CaseRecord, _ known: [Signal], _ outcome: inout Outcome
    ) {
        // Each thing is described once, for however many rules ask.
        var described: [String: Variables] = [:]
        for active in rules {
            for item in record.items(active.rule.scope) {
                guard let sight = active.sight(of: item, in: record, now: now) else { continue }
                look(by: active, at: item, of: record, as: sight, known: known, &described, &outcome)
            }
        }
    }

    private func look(
        by active: ActiveRule, at item: SupervisedItem, of record: CaseRecord, as sight: Instant,
        known: [Signal], _ described: inout [String: Variables], _ outcome: inout Outcome
    ) {
        let isOver = !record.isOpen(item)
        if isOver, active.isYounger(than: sight) { return }
        if let moment = active.rule.moment {
            guard let from = record.moment(moment, of: item, by: calendar, now: now) else { return }
            guard from <= sight else {
                if !isOver { outcome.next = min(outcome.next ?? from, from) }
                return
            }
            if comesTooLate(active.rule, item, record) { return }
        }
        if case .act(let act) = item, active.isYounger(than: act.at) { return }
        guard let occasion = self.occasion(active.rule, item, record, known) else { return }
        let facts =
            described[item.name]
            ?? facts(of: item, in: record, at: sight, against: record.organ(item))
        described[item.name] = facts
        guard active.holds(facts) else {
            // An act that is past does not come back.
            if active.asksForTime, case .act = item { return }
            if active.asksForTime, !isOver {
                outcome.next = min(outcome.next ?? tomorrow(record), tomorrow(record))
            }
            return
        }
        outcome.raised.append(
            Raised(
                signal: signal(active, item, occasion, facts, record), item: item,
                steps: record.steps(behind: item), countsCards: active.asksForCards))
    }

    private func tomorrow(_ record: CaseRecord) -> Instant {
        now.day.adding(days: 1).startOfDay.adding(seconds: record.stagger)
    }

    /// A signal that no longer stands as it did: the law has moved its limit, or what it reminded of is done.
    private func reviewed(_ signal: Signal, _ record: CaseRecord) -> Signal? {
        guard let rule = versions[signal.ruleID]?.rule,
            let item = record.items(rule.scope).first(where: { $0.name == signal.item })
        else { return nil }
        var changed = signal
        // Whoever reports a later limit of what they do elsewhere does not take back their own card: supervision does.
        let isOwnWord = record.reported != nil && signal.level.isCard
        if let moment = rule.moment, moment.anchor == .due, !isOwnWord,
            let from = record.moment(moment, of: item, by: calendar, now: now), from > signal.raisedAt
        {
            changed.cancel(reason(signal, item, record), at: now)
        } else if hasEnded(signal, by: rule, item, record) {
            changed.settle("提醒的情形已经结束。", at: now)
        } else if lostItsCards(signal, item, record) {
            changed.cancel("所依据的黄牌或者红牌已经撤销、取消，不再满足条件。", at: now)
        } else if !record.isOpen(item), record.endedAt(item).map({ signal.raisedAt <= $0 }) ?? true {
            changed.settle(at: now)
        }
        return changed == signal ? nil : changed
    }

    private func reason(_ signal: Signal, _ item: SupervisedItem, _ record: CaseRecord) -> String {
        let old = signal.evidence.dueAt?.day.chinese ?? "未定"
        let new = record.point(.due, of: item)?.day.chinese ?? "未定"
        guard case .clock(let clock) = item else { return "期限由\(old)改为\(new)，发出时尚未到期。" }
        let pauses = clock.pauses.map { "\($0.from.day.chinese)起\($0.reason)" }.joined(separator: "；")
        return "依法不计入的时间已经扣除，期限由\(old)改为\(new)，发出时尚未到期。按第 \(clock.calendarVersion) 版工作日历计算"
            + (pauses.isEmpty ? "。" : "，其中暂停：\(pauses)。")
    }
}
