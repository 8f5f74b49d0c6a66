import BusinessProcess
import Government
import Journal
import Refusals
import WorkingTime

/// Another organ goes on with what one was at work on (改派): it was the wrong one and has signed for it, does nothing, or has
/// taken up the organ that the matter is about.
extension Matter {
    /// Hands a matter that an organ is at work on to another one, which begins the same step anew. The time for the answer
    /// runs on: whoever asked does not wait longer for a change among offices.
    ///
    /// - Parameters:
    ///   - reason: why, for those who work on it.
    ///   - acceptance: how long the organ has from now on to say whether it takes the matter, where that is still open
    ///     (信访工作条例 art. 23).
    /// - Throws: `forbidden` for whoever did not hand it out, `conflict` when nothing is being answered or the organ is no
    ///   more, `invalid` for the organ that has it and without a reason.
    public mutating func reassign(
        _ number: String, to organ: Organ, because reason: String, acceptance: TimeLimit? = nil,
        on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        let former = cases[position].plan
        guard occasion.actor.organ == former.hall else { throw DomainError.forbidden("由受理、交办的单位改派。") }
        try cases[position].requireImpartial(occasion.actor)
        let task = try handledStep(in: position)
        let activity = try task.step("改派")
        guard organ.key != former.organ else {
            throw DomainError.invalid("organ", "\(organ.fullName)正在办理，请选择别的单位。")
        }
        guard organ.isLiving else { throw DomainError.conflict("\(organ.fullName)已经撤销，请交给别的单位。") }
        try Words.require(reason, field: "reason", "请写明改派的原因。")
        cancelAssistance(in: position)
        cases[position].take(organ)
        if task.act == .accept, let acceptance {
            renewAcceptance(of: position, within: acceptance, on: occasion)
        }
        // What the former organ waited for is none of the new one's.
        if cases[position].isPaused { resumeClocks(of: position, on: occasion) }
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            let stands = instance.activity(activity)?.isSuspended == true
            let resumed = stands ? try instance.resume(activity, in: course.definition) : []
            return try resumed
                + instance.jump(
                    activity, to: task.element, reason: reason, in: course.definition, given: course.given)
        }
        record(
            "case.reassigned", position, "本件由\(former.organName)改由\(organ.fullName)办理。",
            notice: "您的「\(former.name)」由\(former.organName)改由\(organ.fullName)办理，办理时限不变。")
        record(
            "task.taken_back", position, "\(occasion.actor.name)改派，原因：\(reason)", isPublic: false)
    }

    /// The step in which an organ decides whether it takes the matter, or answers it.
    private func handledStep(in position: Int) throws -> CaseTask {
        let handled = cases[position].openTasks.first { task in
            [.accept, .answer].contains(task.act) && !task.isParked && !task.isAssistance
        }
        guard let handled else {
            throw DomainError.conflict("承办单位签收以后、送出答复以前可以改派。已经送审的，请先退回。")
        }
        return handled
    }
}
