import Cases
import DecisionModel
import Government
import Journal
import Storage
import WorkingTime

/// What a rule would have found in the cases of the last year, had it been on.
struct RuleTrial: Sendable {
    /// A case it would have found.
    struct Find: Sendable, Hashable {
        let number: String
        let name: String
        let organ: String
        let at: Instant
    }

    private(set) var looked = 0
    private(set) var count = 0
    /// The first of them.
    private(set) var sample: [Find] = []

    /// The newest cases of the year; more are not looked at while somebody waits.
    static let most = 2_000

    /// - Throws: `StorageError`.
    static func run(_ version: RuleVersion, at now: Instant, in tx: Transaction) throws -> RuleTrial {
        var trial = RuleTrial()
        guard let active = ActiveRule(version) else { return trial }
        let calendar = try Directory.calendar(in: tx)
        let start = now.adding(seconds: -365 * 86_400)
        let ids =
            try SupervisedCase.filed(since: start, limit: most, in: tx)
            + MatterStore.reported(since: start, limit: most, in: tx)
        for start in stride(from: 0, to: ids.count, by: 100) {
            for record in try WatchStore.records(
                Array(ids[start..<min(start + 100, ids.count)]), by: calendar, in: tx)
            {
                trial.look(at: record, by: active, calendar, now)
            }
        }
        return trial
    }

    /// Looks at what a case was at the moment the rule would have looked.
    mutating func look(
        at record: CaseRecord, by active: ActiveRule, _ calendar: WorkingCalendar, _ now: Instant
    ) {
        looked += 1
        for item in record.items(active.rule.scope) {
            guard let at = moment(active.rule, item, record, calendar, now), at <= now,
                !isOver(item, record, at)
            else { continue }
            let facts = RuleFacts(record: record.asOf(at), calendar: calendar, now: at).variables(
                item.asOf(at))
            guard active.holds(facts) else { continue }
            count += 1
            if sample.count < 20 {
                sample.append(
                    Find(
                        number: record.subject.number, name: record.subject.name, organ: record.organ(item),
                        at: at))
            }
        }
    }

    private func moment(
        _ rule: SupervisionRule, _ item: SupervisedItem, _ record: CaseRecord, _ calendar: WorkingCalendar,
        _ now: Instant
    ) -> Instant? {
        if let moment = rule.moment { return record.moment(moment, of: item, by: calendar, now: now) }
        if case .act(let act) = item { return act.at }
        return record.acts.last?.at ?? record.subject.closedAt ?? now
    }

    private func isOver(_ item: SupervisedItem, _ record: CaseRecord, _ at: Instant) -> Bool {
        switch item {
        case .clock(let clock): clock.stoppedAt.map { $0 < at } ?? false
        case .task(let task): task.completedAt.map { $0 < at } ?? (task.state == .cancelled)
        case .matter, .act: record.subject.closedAt.map { $0 < at } ?? false
        }
    }
}

extension CaseRecord {
    /// The same with only what had been done by then.
    fileprivate func asOf(_ at: Instant) -> CaseRecord {
        let old = subject
        let ended = old.closedAt.map { $0 <= at } ?? false
        let accepted = old.acceptedAt.flatMap { $0 <= at ? $0 : nil }
        let phase = ended ? old.phase : accepted == nil ? .submitted : Phase.accepted
        let subject = SupervisedCase(
            id: old.id, number: old.number, kind: old.kind, service: old.service, name: old.name,
            organ: old.organ,
            phase: phase, outcome: ended ? old.outcome : nil, filedAt: old.filedAt, acceptedAt: accepted,
            closedAt: ended ? old.closedAt : nil, tasks: old.tasks, clocks: old.clocks)
        return CaseRecord(subject: subject, acts: acts.filter { $0.at <= at }, reported: reported)
    }
}

extension SupervisedItem {
    /// A clock as it ran at that time.
    fileprivate func asOf(_ at: Instant) -> SupervisedItem {
        guard case .clock(let clock) = self else { return self }
        return .clock(clock.running(at: at))
    }
}
