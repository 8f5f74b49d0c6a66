import BusinessProcess
import Refusals
import WorkingTime

/// How the pure process and the case move each other: effects of the process become tasks, timers and legal
/// acts; finished tasks become events of the process.
extension Matter {
    mutating func startProcess(of position: Int, on occasion: Occasion) throws {
        let (instance, effects) = try ProcessInstance.start(
            try definition(of: position), variables: variables(of: position))
        cases[position].process = instance
        try apply(effects, to: position, on: occasion)
    }

    /// - Parameters:
    ///   - outcome: what a person chose, for votes.
    ///   - person: who did it, so that they can withdraw it.
    mutating func finish(
        activity: Int, of position: Int, outcome: String? = nil, by person: String? = nil,
        on occasion: Occasion
    ) throws {
        guard var instance = cases[position].process else { return }
        let effects = try instance.complete(
            activity, in: try definition(of: position), variables: variables(of: position),
            outcome: outcome, by: person)
        cases[position].process = instance
        try apply(effects, to: position, on: occasion)
    }

    mutating func apply(_ effects: [Effect], to position: Int, on occasion: Occasion) throws {
        for effect in effects {
            switch effect {
            case .openTask(let activity, let task):
                open(task, activity: activity, in: position, on: occasion)
            case .invoke(let activity, let service):
                try perform(service, activity: activity, in: position, on: occasion)
            case .setTimer(let activity, let timer):
                cases[position].timers.append(
                    CaseTimer(
                        activity: activity, boundary: timer.id,
                        clock: timer.clock.flatMap(CaseClock.Name.init(rawValue:)), dueAt: nil))
            case .cancelled(let activity):
                cancel(activity, in: position)
            case .completed(let activity):
                cases[position].timers.removeAll { $0.activity == activity }
            case .timerCancelled(let activity, let timer):
                cases[position].timers.removeAll { $0.activity == activity && $0.boundary == timer }
            case .parked, .unparked, .timersMoved, .handedOver, .urged, .suspended, .resumed:
                follow(effect, in: position)
            // No process of the district uses these; what a case does with them is decided where they are.
            case .ended, .decide, .expect, .send, .broadcast, .escalated, .assigned, .incident:
                break
            }
        }
    }

    /// What the process' conditions can ask about.
    func variables(of position: Int) -> [String: Value] {
        let subject = cases[position]
        return [
            "outcomes": .context(subject.outcomes.mapValues { .string($0) }),
            "case": .context(["joint": .bool(subject.isChild)]),
            "form": .context(subject.form),
        ]
    }

    private mutating func open(
        _ task: UserTask, activity: Int, in position: Int, on occasion: Occasion
    ) {
        // Whoever was asked to sign after others is told now; their task has stood there parked.
        guard cases[position].task(of: activity) == nil else { return mirror(activity, in: position) }
        let earlier = cases[position].passage(repeatedBy: activity)
        let opened = CaseTask(
            id: occasion.newID(), activity: activity, element: task.id, name: earlier?.name ?? task.name,
            act: Act(rawValue: task.act) ?? .review, organ: organ(of: task, activity: activity, in: position),
            role: earlier?.role ?? task.role,
            outcomes: task.outcomes.map {
                TaskOutcome(code: $0.code, label: $0.label, needsOpinion: $0.needsOpinion)
            },
            openedAt: occasion.now, holder: earlier?.doer, state: .open, missing: [],
            question: earlier?.question, addedBy: earlier?.addedBy)
        cases[position].tasks.append(opened)
        cases[position].outcomes[task.id] = nil
        beginAct(opened, in: position, on: occasion)
    }

    private mutating func cancel(_ activity: Int, in position: Int) {
        cases[position].timers.removeAll { $0.activity == activity }
        for index in cases[position].tasks.indices
        where cases[position].tasks[index].activity == activity && cases[position].tasks[index].state == .open
        {
            cases[position].tasks[index].state = .cancelled
            cancelQuestions(about: cases[position].tasks[index].element, in: position)
        }
    }

    private mutating func perform(
        _ service: ServiceTask, activity: Int, in position: Int, on occasion: Occasion
    ) throws {
        switch service.service {
        case "accept": accept(position, on: occasion)
        case "deem-accepted": deemAccepted(position, on: occasion)
        case "refuse-acceptance": refuseAcceptance(position, on: occasion)
        case "issue": try grant(position, on: occasion)
        case "deny": try deny(position, on: occasion)
        case "child":
            // The activity stays open until the child is decided.
            return try startChild(
                ofOrgan: service.parameters["organ"] ?? "", activity: activity, on: occasion)
        default: throw UnknownService(name: service.service)
        }
        try finish(activity: activity, of: position, on: occasion)
    }
}

/// A published process names a service this engine does not have: checked at installation, see
/// ``ProcessLibrary/knownServices``.
struct UnknownService: Error {
    let name: String
}
