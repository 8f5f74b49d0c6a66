import Cases
import Journal
import WorkingTime

/// Goes through the life of a case as the watch would have: it looks at every change, when a moment has come, and once a day
/// where a condition counts days.
struct TrialCourse {
    let record: CaseRecord
    let active: ActiveRule
    let calendar: WorkingCalendar
    let now: Instant

    private enum Look {
        case holds
        /// It looks again at the next change, or then.
        case again(Instant?)
        /// It is over.
        case never
    }

    /// Nothing is looked at for longer than some years of days.
    private static let mostLooks = 2_000

    /// When the rule would first have spoken of something; nil when never.
    func found(_ item: SupervisedItem) -> Instant? {
        // What is done elsewhere is looked at when it is heard of.
        guard let begun = record.point(.started, of: item) else { return nil }
        let start = max(begun, record.reported?.at ?? begun)
        var changes = record.changes(of: item).filter { $0 > start && $0 <= now }[...]
        var at = start
        for _ in 0..<Self.mostLooks where at <= now {
            switch look(at: item, at) {
            case .holds: return at
            case .never: return nil
            case .again(let wake):
                changes = changes.drop { $0 <= at }
                guard let next = [changes.first, wake].compactMap(\.self).min(), next > at else { return nil }
                at = next
            }
        }
        return nil
    }

    private func look(at whole: SupervisedItem, _ at: Instant) -> Look {
        let (record, item) = (record.asOf(at), whole.asOf(at))
        guard let sight = active.sight(of: item, in: record, now: at) else { return .never }
        let isOpen = record.isOpen(item)
        if let moment = active.rule.moment {
            let begins = record.moment(moment, of: item, by: calendar, now: at)
            guard let from = begins, from <= sight else { return isOpen ? .again(begins) : .never }
        }
        if active.holds(record.facts(of: item, at: sight, now: at, by: calendar)) { return .holds }
        guard isOpen else { return .never }
        if case .act = item { return .again(nil) }
        return .again(
            active.asksForTime ? at.day.adding(days: 1).startOfDay.adding(seconds: record.stagger) : nil)
    }
}

extension CaseRecord {
    /// When something changed that the facts of an item rest on, in order.
    fileprivate func changes(of item: SupervisedItem) -> [Instant] {
        var times = acts.map(\.at) + [subject.acceptedAt, subject.closedAt, endedAt(item)].compactMap(\.self)
        if case .clock(let clock) = item { times += clock.pauses.flatMap { [$0.from, $0.until ?? $0.from] } }
        return (times + cards.map(\.at)).sorted()
    }
}
