import BusinessProcess
import DecisionModel
import Refusals
import WorkingTime

/// How the pure process and the case move each other: effects of the process become tasks, timers and legal
/// acts; finished tasks become events of the process.
extension Matter {
    mutating func startProcess(of position: Int, on occasion: Occasion) throws {
        let (instance, effects) = try ProcessInstance.start(
            try definition(of: position), given: circumstances(of: position, on: occasion))
        cases[position].process = instance
        try apply(effects, to: position, on: occasion)
    }

    /// - Parameters:
    ///   - outcome: what a person chose, for votes.
    ///   - person: who did it, so that they can withdraw it.
    ///   - result: what a decision table answered.
    mutating func finish(
        activity: Int, of position: Int, outcome: String? = nil, by person: String? = nil,
        on occasion: Occasion, result: Value? = nil
    ) throws {
        guard var instance = cases[position].process else { return }
        let effects = try instance.complete(
            activity, in: try definition(of: position), given: circumstances(of: position, on: occasion),
            outcome: outcome, by: person, result: result)
        cases[position].process = instance
        forget(activity, in: position)
        try apply(effects, to: position, on: occasion)
    }

    /// Does what follows from a change of the process. What one effect brings about may already have undone a later
    /// one: a step that is no longer open needs nothing.
    mutating func apply(_ effects: [Effect], to position: Int, on occasion: Occasion) throws {
        for effect in effects where !isOutdated(effect, in: position) {
            switch effect {
            case .openTask(let activity, let task):
                open(task, activity: activity, in: position, on: occasion)
            case .invoke(let activity, let service):
                try invoke(service, activity: activity, in: position, on: occasion)
            case .decide(let activity, let task):
                try decide(task, activity: activity, in: position, on: occasion)
            case .setTimer(let activity, let timer):
                set(timer, activity: activity, in: position, on: occasion)
            case .timerCancelled(let activity, let timer):
                cases[position].timers.removeAll { $0.activity == activity && $0.boundary == timer }
                cases[position].incidents.removeAll { $0.isAbout(activity, timer) }
            case .expect(_, let trigger): try expect(trigger, in: position, on: occasion)
            case .send(let message, _): try send(message, from: position, on: occasion)
            case .broadcast(let signal): try broadcast(signal, from: position, on: occasion)
            case .escalated(let code, let element): escalate(code, by: element, in: position)
            case .incident(let activity, let reason):
                note(incidentAt: activity, reason, in: position, on: occasion)
            case .cancelled(let activity): cancel(activity, in: position)
            case .completed(let activity): forget(activity, in: position)
            case .ended: forget(0, in: position)
            case .parked, .unparked, .timersMoved, .handedOver, .urged, .suspended, .resumed:
                follow(effect, in: position)
            // What a script has computed the instance keeps itself.
            case .assigned: break
            }
        }
    }

    private func isOutdated(_ effect: Effect, in position: Int) -> Bool {
        switch effect {
        case .openTask(let activity, _), .invoke(let activity, _), .decide(let activity, _),
            .setTimer(let activity, _), .expect(let activity, _):
            guard let process = cases[position].process else { return true }
            return activity == 0 ? process.isEnded : process.activity(activity)?.isOpen != true
        default: return false
        }
    }

    /// What the process' expressions can ask about.
    func circumstances(of position: Int, on occasion: Occasion) -> Circumstances {
        Circumstances(variables(of: position), occasion.surroundings)
    }

    func variables(of position: Int) -> [String: Value] {
        let subject = cases[position]
        let isOrder = subject.plan.matterKind == .supervisionOrder
        var asked: Set<String> = []
        // An organ that took up two parts of an order reports once.
        let keys = ([subject.plan.organ] + subject.plan.coOrgans).filter {
            asked.insert($0).inserted || !isOrder
        }
        let organs = Value.list(keys.map(Value.string))
        var form = subject.form
        // The first drawing of orders asks for the organs in the form; those that were asked later belong to them.
        if isOrder, form["organs"] != nil { form["organs"] = organs }
        return [
            "outcomes": .context(subject.outcomes.mapValues { .string($0) }),
            "case": .context([
                "joint": .bool(subject.isChild), "proven": .bool(subject.isProven), "organs": organs,
            ]),
            "form": .context(form),
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
        forget(activity, in: position)
        for index in cases[position].tasks.indices
        where cases[position].tasks[index].activity == activity && cases[position].tasks[index].state == .open
        {
            cases[position].tasks[index].state = .cancelled
            cancelQuestions(about: cases[position].tasks[index].element, in: position)
        }
    }

    /// A step is over: nothing of it runs out any more, and what went wrong with it is of no matter.
    private mutating func forget(_ activity: Int, in position: Int) {
        // What may come after the decision is waited for after the process, too.
        let goesOn = cases[position].deferral?.terms.decidesBefore == true
        cases[position].timers.removeAll {
            $0.activity == activity && !(goesOn && PromiseTimer(rawValue: $0.boundary) != nil)
        }
        cases[position].incidents.removeAll { $0.activity == activity }
    }
}
