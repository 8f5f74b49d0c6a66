import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// 挂起, 恢复: one step stands still, by those whose step it is, and nothing happens to it meanwhile.
///
/// The limits of the law run on: they stop only for the reasons the law names (``Matter/suspend(_:for:note:expectedDays:on:)``).
extension Matter {
    /// Lets one step stand still.
    public mutating func suspend(task id: Int64, reason: String, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.requireOpen()
        let activity = try task.step("挂起")
        try requireUnderWay(task, position, "挂起")
        try requireKeeper(of: task, position, occasion.actor)
        try Words.require(reason, field: "reason", "请写明挂起的原因。")
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.suspend(activity, in: course.definition)
        }
        record(
            "task.suspended", position, "\(occasion.actor.name)挂起「\(task.name)」：\(reason)", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Lets it go on.
    public mutating func resume(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.requireOpen()
        let activity = try task.step("恢复")
        try requireKeeper(of: task, position, occasion.actor)
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.resume(activity, in: course.definition)
        }
        record("task.resumed", position, "\(occasion.actor.name)恢复办理「\(task.name)」。", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// - Throws: `forbidden` unless it is the actor's own step, or one of the organ they head.
    private func requireKeeper(of task: CaseTask, _ position: Int, _ actor: Actor) throws {
        let isFree = task.holder.map { $0.accountID == actor.accountID } ?? true
        let isOwn = task.belongs(to: actor, in: cases[position]) && isFree
        guard isOwn || actor.isHead(of: task.organ) else {
            throw DomainError.forbidden("只有办理人和办理部门的负责人可以挂起、恢复这一步。")
        }
        try cases[position].requireImpartial(actor)
    }
}
