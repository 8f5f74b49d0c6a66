import Cases
import DecisionModel
import Foundation
import Journal
import WorkingTime

/// The facts that conditions ask for, as they were at a moment.
struct RuleFacts {
    let record: CaseRecord
    let calendar: WorkingCalendar
    let now: Instant

    /// Everything a rule may ask of an item.
    ///
    /// - Parameter organ: whose cards are counted: nobody gets a card for those of others.
    func variables(_ item: SupervisedItem, against organ: String) -> Variables {
        var facts: Variables = [
            "case": .context(matter(against: organ)), "acts": .list(record.acts.map { .context(of($0)) }),
        ]
        switch item {
        case .matter: break
        case .clock(let clock): facts["clock"] = .context(of(clock))
        case .task(let task): facts["task"] = .context(of(task))
        case .act(let act): facts["act"] = .context(of(act))
        }
        return facts
    }

    private func matter(against organ: String) -> [String: Value] {
        let subject = record.subject
        let cards = record.cards.filter { $0.organ == organ }
        return [
            "kind": .string(subject.kind), "service": .string(subject.service), "name": .string(subject.name),
            "organ": .string(subject.organ), "phase": .string(subject.phase.rawValue),
            "outcome": subject.outcome.map(Value.string) ?? .string(""),
            "accepted": .bool(subject.acceptedAt != nil), "closed": .bool(subject.closedAt != nil),
            "age_days": days(subject.filedAt), "silent_days": workingDays(record.lastAct),
            "paused": .bool(subject.clocks.contains(where: \.isPaused)),
            "fields": .context(record.reported?.fields ?? [:]),
            "reported_after_days": number(
                record.reported.map { max($0.at.day.days(since: subject.filedAt.day), 0) } ?? 0),
            "yellow_cards": number(cards.count { $0.level == .yellow }),
            "red_cards": number(cards.count { $0.level == .red }),
        ]
    }

    private func of(_ clock: CaseClock) -> [String: Value] {
        let reckoning = clock.reckoning(by: calendar, now: now)
        let (used, left) = (reckoning?.used ?? 0, reckoning?.remaining ?? 0)
        let whole = max(used + max(left, 0), 1)
        return [
            "name": .string(clock.name.rawValue), "limit": number(clock.limit?.value ?? 0),
            "unit": .string(clock.limit?.unit.rawValue ?? ""), "used": number(used), "left": number(left),
            "over": number(clock.isOverdue(at: now) ? max(-left, 1) : 0),
            "used_percent": number(min(used * 100 / whole, 100)), "paused": .bool(clock.isPaused),
            "paused_days": clock.openPause.map { days($0.from) } ?? 0,
            "pause_reason": .string(clock.openPause?.reason ?? ""), "pauses": number(clock.pauses.count),
            "extensions": number(clock.extensions.count),
            "stopped": .bool(clock.stoppedAt != nil),
        ]
    }

    private func of(_ task: CaseTask) -> [String: Value] {
        let over =
            task.dueAt.map { now > $0 ? max(calendar.workingDays(after: $0.day, through: now.day), 1) : 0 }
            ?? 0
        return [
            "name": .string(task.name), "act": .string(task.act.rawValue), "organ": .string(task.organ),
            "role": .string(task.role), "open_days": workingDays(task.openedAt),
            "has_due": .bool(task.dueAt != nil),
            "over": number(over), "urgings": number(task.urgings), "suspended": .bool(task.isSuspended),
            "held": .bool(task.holder != nil), "outcome": .string(task.outcome ?? ""),
            "reasoned": .bool(!(task.opinion ?? "").isEmpty),
        ]
    }

    private func of(_ act: SubjectAct) -> [String: Value] {
        [
            "action": .string(act.action), "outcome": .string(act.outcome ?? ""), "days_ago": days(act.at),
            "automatic": .bool(act.isAutomatic),
        ]
    }

    private func number(_ value: Int) -> Value { .number(Decimal(value)) }
    private func days(_ instant: Instant) -> Value { number(max(now.day.days(since: instant.day), 0)) }
    private func workingDays(_ instant: Instant) -> Value {
        number(max(calendar.workingDays(after: instant.day, through: now.day), 0))
    }
}

extension RuleFacts {
    /// Facts of a case that never was, for trying whether a condition can be asked at all.
    ///
    /// - Parameters:
    ///   - kinds: what is done elsewhere, with fields of its own.
    ///   - kind: which of them it is; nil for an application.
    static func sample(_ scope: SupervisionRule.Scope, kinds: [SupervisedKind] = [], of kind: String? = nil)
        -> Variables
    {
        let act: Value = ["action": "case.returned", "outcome": "", "days_ago": 1, "automatic": false]
        var facts: Variables = [
            "case": [
                "kind": .string(kind ?? "application"), "service": "1", "name": "示例", "organ": "scjg",
                "phase": "accepted",
                "outcome": "", "accepted": true, "closed": false, "age_days": 3, "silent_days": 1,
                "paused": false, "fields": .context(fields(of: kinds)), "reported_after_days": 0,
                "yellow_cards": 0, "red_cards": 0,
            ], "acts": [act],
        ]
        switch scope {
        case .matter: break
        case .clock:
            facts["clock"] = [
                "name": "promised", "limit": 10, "unit": "working_day", "used": 2, "left": 8, "over": 0,
                "used_percent": 20, "paused": false, "paused_days": 0, "pause_reason": "", "pauses": 0,
                "extensions": 0, "stopped": false,
            ]
        case .task:
            facts["task"] = [
                "name": "审查", "act": "review", "organ": "scjg", "role": "officer", "open_days": 1,
                "has_due": true, "over": 0, "urgings": 0, "suspended": false, "held": false, "outcome": "",
                "reasoned": false,
            ]
        case .act: facts["act"] = act
        }
        return facts
    }
}
