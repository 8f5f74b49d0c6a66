import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// 跳转: a step is taken to another place by order, where the drawing does not lead.
///
/// The administrators of the platform do not see matters (三员分立), so it is the head of the organ in charge who
/// orders it, says why, and answers for it in the journal. The law's own steps stay: no decision without review
/// (行政许可法 art. 34), and nothing that sends out a document is jumped to.
extension Matter {
    /// Takes an open step to another step.
    ///
    /// - Parameter element: a step of review or decision in the same process.
    public mutating func jump(
        task id: Int64, to element: String, reason: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        let activity = try task.step("跳转")
        try requireHead(of: cases[position].plan.organ, position, occasion.actor, "跳转")
        try task.requireOpen()
        try requireUnderWay(task, position, "跳转")
        try requireJumpable(position)
        let target = try target(element, from: task, in: position)
        try Words.require(reason, field: "reason", "请写明跳转的原因。")
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.jump(
                activity, to: element, reason: reason, in: course.definition, given: course.given)
        }
        record(
            "task.jumped", position,
            "\(occasion.actor.name)将「\(task.name)」跳转到「\(target.name)」：\(reason)", isPublic: false)
    }

    /// The head of an organ that is asked does not take all of them past their reports, nor let the limit stand still
    /// while nothing is there to verify.
    private func requireJumpable(_ position: Int) throws {
        guard cases[position].plan.matterKind != .supervisionOrder else {
            throw DomainError.conflict("督办事项要由各部门逐一反馈、监察人员审核，不能跳转。")
        }
    }

    private func target(_ element: String, from task: CaseTask, in position: Int) throws -> UserTask {
        let process = try definition(of: position)
        guard let target = process.userTask(element), element != task.element,
            let act = Act(rawValue: target.act), act.isUnderWay
        else { throw DomainError.invalid("to", "请选择跳转到哪一步。") }
        let isReviewed = cases[position].tasks.contains { earlier in
            earlier.state == .completed && !cases[position].isUndone(earlier) && earlier.act.prepares
        }
        let needsReview = process.userTasks.contains { Act(rawValue: $0.act)?.prepares ?? false }
        guard act != .decide || isReviewed || !needsReview else {
            throw DomainError.conflict("还没有审查，不能跳转到「\(target.name)」（《行政许可法》第三十四条）。")
        }
        return target
    }
}

extension Act {
    /// Steps between acceptance and decision.
    var isUnderWay: Bool { [.review, .opinion, .inspect, .decide].contains(self) }
}
