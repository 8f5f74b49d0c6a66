import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// Giving work back: to an earlier step (退回), to the start (驳回), or into one's own hands (撤回).
///
/// What is undone is exactly what follows from that step; documents that have gone out stay out.
extension Matter {
    /// Gives the case back to an earlier step, for whoever did it.
    ///
    /// - Parameter element: one of the steps before; `nil` for the one before, where the process is in sequence.
    public mutating func sendBack(
        task id: Int64, to element: String? = nil, reason: String, on occasion: Occasion
    ) throws {
        let (position, task, activity) = try workable(id, "退回", on: occasion)
        try Words.require(reason, field: "reason", "请写明退回的原因。")
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            guard let element else {
                return try instance.returnToPrevious(
                    activity, in: course.definition, given: course.given)
            }
            return try instance.sendBack(
                activity, to: element, in: course.definition, given: course.given)
        }
        let target = try element.flatMap { try definition(of: position).userTask($0)?.name }
        record(
            "task.sent_back", position,
            "\(occasion.actor.name)将「\(task.name)」退回\(target.map { "到「\($0)」" } ?? "上一步")：\(reason)",
            isPublic: false)
    }

    /// Sends everything back to the very start: all that was done is done anew.
    public mutating func reject(task id: Int64, reason: String, on occasion: Occasion) throws {
        let (position, task, activity) = try workable(id, "驳回", on: occasion)
        try Words.require(reason, field: "reason", "请写明驳回的原因。")
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.reject(activity, in: course.definition, given: course.given)
        }
        record(
            "task.rejected", position,
            "\(occasion.actor.name)在「\(task.name)」驳回，从第一步重新办理：\(reason)", isPublic: false)
    }

    /// Takes back what one has finished oneself, while nobody has begun what follows.
    public mutating func withdraw(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        let activity = try task.step("撤回")
        guard task.state == .completed, task.completedBy?.accountID == occasion.actor.accountID,
            task.belongs(to: occasion.actor, in: cases[position])
        else { throw DomainError.forbidden("只有办完「\(task.name)」的人可以撤回。") }
        guard !cases[position].isUndone(task) else {
            throw DomainError.conflict("「\(task.name)」已经重新办理，不用撤回。")
        }
        try requireUnderWay(task, position, "撤回")
        try cases[position].requireImpartial(occasion.actor)
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.withdraw(
                activity, by: occasion.person, in: course.definition, given: course.given)
        }
        record(
            "task.withdrawn", position, "\(occasion.actor.name)撤回「\(task.name)」，重新办理。", isPublic: false)
    }

    /// The task, its case and its step, when its holder may turn it back.
    private func workable(
        _ id: Int64, _ verb: String, on occasion: Occasion
    ) throws -> (Int, CaseTask, Int) {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        let activity = try task.step(verb)
        try requireUnderWay(task, position, verb)
        return (position, task, activity)
    }
}
