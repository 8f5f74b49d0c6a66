import BusinessProcess
import DecisionModel
import Journal
import Refusals
import WorkingTime

/// How people change the course of a case besides finishing their tasks: what all such acts have in common.
extension Matter {
    /// What an operation of the process works with.
    struct Course {
        let definition: ProcessDefinition
        let given: Circumstances
    }

    /// Lets people do something to the process of a case, and follows what comes of it.
    ///
    /// - Throws: `conflict` with the reason when the process does not allow it.
    mutating func drive(
        _ position: Int, on occasion: Occasion,
        _ operation: (inout ProcessInstance, Course) throws(ProcessError) -> [Effect]
    ) throws {
        let course = Course(
            definition: try definition(of: position), given: circumstances(of: position, on: occasion))
        guard var instance = cases[position].process else {
            throw DomainError.conflict("本件的办理还没有开始。")
        }
        do {
            let effects = try operation(&instance, course)
            cases[position].process = instance
            try apply(effects, to: position, on: occasion)
        } catch let error as ProcessError {
            throw DomainError.conflict(error.sentence)
        }
    }

    /// The same where steps are undone: what they had come to no longer counts, and an inspection that is not done
    /// any more no longer stops the clock.
    mutating func turnBack(
        _ position: Int, on occasion: Occasion,
        _ operation: (inout ProcessInstance, Course) throws(ProcessError) -> [Effect]
    ) throws {
        try drive(position, on: occasion, operation)
        let steps = cases[position].process?.activities ?? []
        let undone = Set(steps.lazy.filter { $0.state == .undone }.map(\.element))
        for element in undone.subtracting(steps.lazy.filter { $0.state == .completed }.map(\.element)) {
            cases[position].outcomes[element] = nil
        }
        endInspection(in: position, on: occasion)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Between acceptance and decision alone: before, the limits of acceptance run in the applicant's favour; after,
    /// a decision has gone out (行政许可法 arts. 32, 38).
    func requireUnderWay(_ task: CaseTask, _ position: Int, _ verb: String) throws {
        guard cases[position].phase == .accepted, task.act != .deliver, task.organ != CaseTask.applicant
        else {
            throw DomainError.conflict("受理以前和决定以后的环节不能\(verb)。")
        }
    }

    /// - Throws: `forbidden` unless the actor is the head of this organ.
    func requireHead(of organ: String, _ position: Int, _ actor: Actor, _ verb: String) throws {
        guard actor.isHead(of: organ) else {
            let name = organ == cases[position].plan.organ ? "主办部门" : "办理部门"
            throw DomainError.forbidden("只有\(name)的负责人可以\(verb)。")
        }
        try cases[position].requireImpartial(actor)
    }

    /// A delegated step is given back before it is finished: whose it is answers for it.
    func requireOwner(_ task: CaseTask, _ position: Int) throws {
        guard let owner = task.owner else { return }
        throw DomainError.conflict("「\(task.name)」是受\(owner.name)委托办理的，请先交回，由\(owner.name)办结。")
    }
}

/// Keeps the tasks of a case the mirror of the steps of its process.
extension Matter {
    mutating func follow(_ effect: Effect, in position: Int) {
        switch effect {
        case .parked(let activity), .unparked(let activity), .urged(let activity, _),
            .suspended(let activity), .resumed(let activity):
            let all = cases[position].tasks.compactMap(\.activity)
            for step in activity == 0 ? all : [activity] { mirror(step, in: position) }
        case .handedOver(let activity, let person): hand(activity, to: person, in: position)
        case .timersMoved(let old, let new):
            cases[position].moveTimers(from: old, to: new)
        default: break
        }
    }

    /// What the process knows of a step, to its task.
    mutating func mirror(_ activity: Int, in position: Int) {
        guard let process = cases[position].process, let step = process.activity(activity),
            let index = cases[position].tasks.lastIndex(where: { $0.activity == activity })
        else { return }
        cases[position].tasks[index].isParked = step.state == .parked
        cases[position].tasks[index].isSuspended = step.isOpen && process.isStill(activity)
        cases[position].tasks[index].urgings = step.urgings
        if step.owner == nil { cases[position].tasks[index].owner = nil }
    }

    private mutating func hand(_ activity: Int, to person: String?, in position: Int) {
        mirror(activity, in: position)
        let holder = person.flatMap { cases[position].signatory($0) }
        guard let index = cases[position].tasks.lastIndex(where: { $0.activity == activity }) else { return }
        cases[position].tasks[index].holder = holder
        // Open to everybody of the post again, it waits again.
        if person == nil { cases[position].tasks[index].takenAt = nil }
    }

    /// The organ of a step; where several organs do the same, each finds its own as the item of the loop.
    func organ(of task: UserTask, activity: Int, in position: Int) -> String {
        let subject = cases[position]
        var key = task.organ
        if let loop = try? definition(of: position).elements[task.id]?.loop, loop.itemName == key,
            case .string(let item)? = subject.process?.activity(activity)?.item
        {
            key = item
        }
        return subject.parts[key] ?? key
    }
}

extension Case {
    /// The timers of a step, with those that have failed, belong to another from now on.
    fileprivate mutating func moveTimers(from old: Int, to new: Int) {
        for index in timers.indices where timers[index].activity == old { timers[index].activity = new }
        for index in incidents.indices where incidents[index].activity == old {
            incidents[index].activity = new
        }
    }
}

extension Actor {
    /// Whether they act as the head of this organ.
    func isHead(of organ: String) -> Bool { self.organ == organ && roles.contains("head") }
}
