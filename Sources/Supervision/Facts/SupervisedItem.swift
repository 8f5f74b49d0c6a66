import Cases
import DecisionModel
import Journal
import WorkingTime

/// What a rule looks at one by one: the case itself, a clock, a step, or an act.
enum SupervisedItem: Sendable {
    case matter
    case clock(CaseClock)
    case task(CaseTask)
    case act(SubjectAct)

    /// The name under which a signal remembers it.
    var name: String {
        switch self {
        case .matter: "case"
        case .clock(let clock): "clock:\(clock.id)"
        case .task(let task): "task:\(task.id)"
        case .act(let act): "act:\(act.entry)"
        }
    }
}

/// A case with what was done to it: everything a rule may look at.
struct CaseRecord: Sendable {
    /// What an organ has reported of what it does elsewhere.
    struct Reported: Sendable, Hashable {
        let fields: [String: Value]
        /// When it was heard of first.
        let at: Instant
    }

    /// A card that stands against it.
    struct Card: Sendable, Hashable {
        let level: SupervisionRule.Level
        let at: Instant
        /// The organ against which it was raised, or that answers for it now.
        let organ: String
    }

    let subject: SupervisedCase
    var acts: [SubjectAct]
    /// Nil for cases of our own.
    var reported: Reported?
    /// The cards that stand, of all its organs: two yellow ones of one of them may make a red one.
    var cards: [Card] = []

    /// What rules of a scope look at, over or not.
    func items(_ scope: SupervisionRule.Scope) -> [SupervisedItem] {
        switch scope {
        case .matter: [.matter]
        case .clock: subject.clocks.filter { $0.limit != nil }.map(SupervisedItem.clock)
        // What waits for the applicant is nobody's here to be urged.
        case .task: subject.tasks.filter { $0.organ != CaseTask.applicant }.map(SupervisedItem.task)
        case .act: acts.map(SupervisedItem.act)
        }
    }

    /// Whether it still goes on.
    func isOpen(_ item: SupervisedItem) -> Bool {
        switch item {
        case .matter: subject.closedAt == nil
        case .clock(let clock): clock.stoppedAt == nil && subject.closedAt == nil
        case .task(let task): task.state == .open && subject.closedAt == nil
        case .act: true
        }
    }

    /// The organ it is about.
    func organ(_ item: SupervisedItem) -> String {
        if case .task(let task) = item, !task.organ.hasPrefix(CaseTask.featureDesk) { return task.organ }
        return subject.organ
    }

    /// A step that is open, and the organ that has it.
    struct OpenStep: Sendable {
        let organ: String
        let task: CaseTask
    }

    /// The steps by which something goes on: the step itself; of the case, a clock or an act all that somebody can do now.
    func steps(behind item: SupervisedItem) -> [OpenStep] {
        if case .task(let task) = item { return [OpenStep(organ: organ(item), task: task)] }
        return items(.task).filter(isOpen).compactMap { item in
            guard case .task(let task) = item, !task.isParked, !task.isSuspended else { return nil }
            return OpenStep(organ: organ(item), task: task)
        }
    }

    /// When a person last did something.
    var lastAct: Instant { acts.last { !$0.isAutomatic }?.at ?? subject.filedAt }

    /// The point from which a rule's moment is reckoned; nil when there is none.
    func point(_ anchor: RuleMoment.Anchor, of item: SupervisedItem) -> Instant? {
        switch (anchor, item) {
        case (.due, .clock(let clock)): clock.dueAt
        case (.due, .task(let task)): task.isSuspended ? nil : task.dueAt
        case (.started, .clock(let clock)): clock.startedAt
        case (.started, .task(let task)): task.openedAt
        case (.started, .matter): subject.filedAt
        case (.started, .act(let act)): act.at
        case (.paused, .clock(let clock)): clock.openPause?.from
        case (.lastAct, .matter): lastAct
        default: nil
        }
    }

    /// When a rule begins to look at it; nil when that is not known now.
    func moment(_ moment: RuleMoment, of item: SupervisedItem, by calendar: WorkingCalendar, now: Instant)
        -> Instant?
    {
        guard let point = point(moment.anchor, of: item) else { return nil }
        guard moment.unit == .percent, case .clock(let clock) = item else {
            let instant = moment.instant(from: point, by: calendar)
            return moment.isOfDay ? instant.adding(seconds: stagger) : instant
        }
        guard !clock.isPaused, let days = clock.reckoning(by: calendar, now: now)?.days.filter(\.counted),
            !days.isEmpty
        else { return nil }
        let index = (days.count * moment.amount + 99) / 100
        return days[min(max(index, 1), days.count) - 1].date.startOfDay.adding(seconds: stagger)
    }

    /// What is due on a day is looked at in its first four hours, each case at its own second: before anybody works, and
    /// not all of the district at midnight.
    var stagger: Int { Int(subject.id.magnitude % 14_400) }

    /// What makes an occasion: the thing, and the point that brought it.
    func occasion(_ rule: SupervisionRule, _ item: SupervisedItem) -> String {
        guard let anchor = rule.moment?.anchor, let point = point(anchor, of: item) else { return item.name }
        return "\(item.name)@\(point.milliseconds)"
    }
}
