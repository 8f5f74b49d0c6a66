import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// Who has a step: handed on for good (转办), or for a while (委托).
extension Matter {
    /// Hands a task to a colleague of the same organ (转办).
    public mutating func transfer(
        task id: Int64, to colleague: Colleague, reason: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = try handable(id, to: colleague, "转给", on: occasion)
        let activity = try task.step("转办")
        try Words.require(reason, field: "reason", "请写明转办的原因。")
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.transfer(activity, to: colleague.person, in: course.definition)
        }
        cases[position].tasks[index].holder = colleague.signatory
        cases[position].tasks[index].begin(at: occasion.now)
        record(
            "task.transferred", position,
            "\(occasion.actor.name)将「\(task.name)」转给\(colleague.signatory.name)：\(reason)", isPublic: false)
    }

    /// Lets a colleague of the same organ and post do a step in one's place (委托); they give it back, and whoever
    /// delegated it finishes it and answers for it.
    public mutating func delegate(
        task id: Int64, to colleague: Colleague, reason: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = try handable(id, to: colleague, "委托", on: occasion)
        let activity = try task.step("委托")
        try Words.require(reason, field: "reason", "请写明委托的事由。")
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.delegate(
                activity, from: occasion.person, to: colleague.person, in: course.definition)
        }
        cases[position].tasks[index].owner = Signatory(occasion.actor)
        cases[position].tasks[index].holder = colleague.signatory
        cases[position].tasks[index].begin(at: occasion.now)
        record(
            "task.delegated", position,
            "\(occasion.actor.name)委托\(colleague.signatory.name)办理「\(task.name)」：\(reason)", isPublic: false)
    }

    /// Gives a delegated step back to its owner, with what was found (交回).
    public mutating func handBack(task id: Int64, note: String, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        let activity = try task.step("交回")
        guard let owner = task.owner else { throw DomainError.conflict("「\(task.name)」没有委托，不用交回。") }
        try Words.require(note, field: "note", "请写明办理的情况，\(owner.name)会看到。")
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.handBack(activity, in: course.definition)
        }
        cases[position].tasks[index].holder = owner
        record(
            "task.handed_back", position,
            "\(occasion.actor.name)将「\(task.name)」交回\(owner.name)：\(note)", isPublic: false)
    }

    /// The task, when it may be handed to this colleague.
    private func handable(
        _ id: Int64, to colleague: Colleague, _ verb: String, on occasion: Occasion
    ) throws -> CaseTask {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        guard colleague.organ == task.organ, colleague.roles.contains(task.role) else {
            throw DomainError.invalid("colleague", "只能\(verb)本部门同一岗位的同事。")
        }
        guard colleague.signatory.accountID != occasion.actor.accountID else {
            throw DomainError.invalid("colleague", "不能\(verb)自己。")
        }
        try cases[position].requireImpartial(colleague)
        return task
    }
}

extension Colleague {
    /// The colleague, as the process knows people.
    var person: String { String(signatory.accountID) }
}
