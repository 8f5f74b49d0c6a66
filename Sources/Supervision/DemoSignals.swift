import Cases
import Government
import Messaging
import Storage
import WorkingTime

extension Supervision {
    /// The delivered rules and the cards that they would have brought, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-supervision")
            try DeliveredRules.install(on: now.day, in: tx)
            try DeliveredKinds.install(at: now, in: tx)
            try seedMatters(at: now, in: tx)
            guard try SignalStore.signals(SignalFilter(), after: nil, in: tx).items.isEmpty else { return }
            try DemoSignals(at: now, in: tx).write(in: tx)
        }
        try await Confirming(database: database).confirm(at: now)
        try await Publishing(database: database).publish(at: now)
        try await withdrawOne(in: database, at: now)
    }
}

/// The cards that the delivered rules would have brought in the past of the sample district. They are found as a trial finds
/// them and written as the watch writes them, so that each is true of its case.
private struct DemoSignals {
    private let rules: [ActiveRule]
    private let calendar: WorkingCalendar
    private let lineage: OrganLineage
    private let records: [CaseRecord]
    private let now: Instant

    private static let most = 200

    init(at now: Instant, in tx: Transaction) throws {
        self.now = now
        rules = ActiveRule.on(now.day, of: try RuleStore.versions(in: tx)).filter { $0.rule.level.isCard }
        calendar = try Directory.calendar(in: tx)
        lineage = OrganLineage(try Directory.everyOrgan(in: tx))
        let ids = try SupervisedCase.filed(
            since: now.adding(seconds: -RuleTrial.seconds), limit: Self.most, in: tx)
        records = try WatchStore.records(ids, by: calendar, in: tx)
            .filter { $0.subject.kind == CaseKind.application.rawValue }
            .sorted { $0.subject.filedAt < $1.subject.filedAt }
    }

    func write(in tx: Transaction) throws {
        let ids = tx.ids
        let found = records.flatMap { cards(of: $0, newID: { ids.next() }) }
        for card in found {
            try Raising(outbox: Outbox(), calendar: calendar, now: card.raisedAt).write([card], in: tx)
        }
    }

    private func cards(of record: CaseRecord, newID: @escaping @Sendable () -> Int64) -> [Signal] {
        rules.flatMap { active in
            record.items(active.rule.scope).compactMap { card(active, $0, record, newID: newID) }
        }
    }

    private func card(
        _ active: ActiveRule, _ item: SupervisedItem, _ record: CaseRecord,
        newID: @escaping @Sendable () -> Int64
    ) -> Signal? {
        let course = TrialCourse(record: record, active: active, calendar: calendar, now: now)
        guard let found = course.found(item) else { return nil }
        // What still goes on was looked at yesterday: its organ may appeal.
        let at = record.isOpen(item) ? max(found, now.adding(seconds: -86_400)) : found
        let (then, thing) = (record.asOf(at), item.asOf(at))
        let facts = then.facts(of: thing, at: at, now: at, by: calendar)
        guard active.holds(facts) else { return nil }
        let look = CaseLook(
            rules: [], versions: [:], calendar: calendar, now: at, lineage: lineage, newID: newID)
        return look.signal(active, thing, then.occasion(active.rule, thing), facts, then)
    }
}
