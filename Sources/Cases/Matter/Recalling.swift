import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// 收回: whoever has a step is away, and it must not wait for them.
extension Matter {
    /// Takes a step from whoever has it. Who delegated it has it again; the head of its organ opens it to everybody of
    /// the post.
    ///
    /// - Throws: `forbidden` for anybody else, `conflict` when nobody has it, `invalid` without a reason.
    public mutating func recall(task id: Int64, reason: String, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.requireOpen()
        let isOwner = task.owner?.accountID == occasion.actor.accountID
        guard isOwner || (occasion.actor.isHead(of: task.organ) && task.organ != CaseTask.applicant) else {
            throw DomainError.forbidden("只有委托人和办理部门的负责人可以收回「\(task.name)」。")
        }
        try cases[position].requireImpartial(occasion.actor)
        let activity = try task.step("收回")
        guard let holder = task.holder, holder.accountID != occasion.actor.accountID else {
            throw DomainError.conflict("「\(task.name)」不在别人手里，不用收回。")
        }
        try Words.require(reason, field: "reason", "请写明收回的原因，\(holder.name)会看到。")
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            isOwner
                ? try instance.handBack(activity, in: course.definition)
                : try instance.vacate(activity, in: course.definition)
        }
        cases[position].tasks[index].holder = isOwner ? task.owner : nil
        cases[position].tasks[index].owner = nil
        record(
            "task.recalled", position,
            "\(occasion.actor.name)收回\(holder.name)手里的「\(task.name)」：\(reason)", isPublic: false)
    }
}
