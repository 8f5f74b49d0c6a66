import Cases
import DecisionModel
import Journal
import WorkingTime

extension CaseRecord {
    /// When it was over; nil while it goes on, and for what just ceased.
    func endedAt(_ item: SupervisedItem) -> Instant? {
        switch item {
        case .matter: subject.closedAt
        case .clock(let clock): clock.stoppedAt
        case .task(let task): task.state == .completed ? task.completedAt : nil
        case .act: nil
        }
    }

    /// The facts of something as of a moment: now, or when it ended.
    ///
    /// - Parameter organ: whose cards are counted; nil for those of the organ it is about.
    func facts(
        of item: SupervisedItem, at moment: Instant, now: Instant, by calendar: WorkingCalendar,
        against organ: String? = nil
    ) -> Variables {
        // A matter that is over is as it ended; what was said of it since belongs to it.
        let isLatest = if case .matter = item { true } else { moment >= now }
        return RuleFacts(record: isLatest ? self : asOf(moment), calendar: calendar, now: moment).variables(
            item, against: organ ?? self.organ(item))
    }

    /// The same with only what had been done by then.
    func asOf(_ at: Instant) -> CaseRecord {
        let old = subject
        let ended = old.closedAt.map { $0 <= at } ?? false
        let accepted = old.acceptedAt.flatMap { $0 <= at ? $0 : nil }
        let isLatest = ended || old.closedAt == nil && acts.allSatisfy { $0.at <= at }
        let subject = SupervisedCase(
            id: old.id, number: old.number, kind: old.kind, service: old.service, name: old.name,
            organ: old.organ,
            phase: isLatest ? old.phase : accepted == nil ? .submitted : .accepted,
            outcome: isLatest ? old.outcome : nil, filedAt: old.filedAt, acceptedAt: accepted,
            closedAt: ended ? old.closedAt : nil,
            tasks: old.tasks.filter { $0.openedAt <= at }.map { $0.standing(at: at) },
            clocks: old.clocks.filter { $0.startedAt <= at }.map { $0.running(at: at) })
        return CaseRecord(
            subject: subject, acts: acts.filter { $0.at <= at }, reported: reported,
            cards: cards.filter { $0.at <= at })
    }
}

extension SupervisedItem {
    /// The same as it was at an earlier moment.
    func asOf(_ at: Instant) -> SupervisedItem {
        switch self {
        case .clock(let clock): .clock(clock.running(at: at))
        case .task(let task): .task(task.standing(at: at))
        case .matter, .act: self
        }
    }
}
