import Refusals
import WorkingTime

/// What a step means in law when it begins and when it is done, beyond moving the process.
extension Matter {
    mutating func beginAct(_ task: CaseTask, in position: Int, on occasion: Occasion) {
        switch task.act {
        case .inspect:
            beginInspection(in: position, on: occasion)
        case .assign:
            cancelAssistance(in: position)
        case .deliver where position == 0 && !children.isEmpty:
            composeResult(on: occasion)
        default:
            break
        }
    }

    mutating func finishAct(_ task: CaseTask, in position: Int, on occasion: Occasion) throws {
        switch (task.act, task.outcome) {
        case (.accept, "supplement"), (.request, "send"):
            try requestEvidence(in: position, on: occasion)
        case (.supply, _):
            try receiveEvidence(in: position, note: task.opinion, on: occasion)
        case (.inspect, _):
            endInspection(in: position, on: occasion)
        case (.deliver, _):
            deliver(position, on: occasion)
        case (.verify, _):
            concludeVerification(task, in: position, on: occasion)
        case (.answer, _):
            try requireDraft(in: position)
        case (.assign, _):
            try requireAssigned(task, in: position)
        case (.opinion, _) where task.addedBy == nil:
            try requireReported(in: position)
        case (.advise, _) where task.isAssistance:
            tellAssisted(task, in: position)
        default:
            break
        }
    }

    private static var inspection: String { SuspensionReason.site_visit.chinese }

    /// The time of an on-site inspection does not count against the organ; the applicant is told, once for all who
    /// inspect.
    private mutating func beginInspection(in position: Int, on occasion: Occasion) {
        guard !isInspected(position) else { return }
        pauseClocks(of: position, reason: Self.inspection, on: occasion)
        let plan = cases[position].plan
        record(
            "case.suspended", position, "等待现场核查，暂停计时。",
            notice: "\(plan.organName)将就「\(plan.name)」到现场核查，核查期间不计入办理时限，请保持电话畅通。")
    }

    /// Ends the pause the inspection began, once nobody inspects any more, and no other: what stands still for a
    /// hearing goes on doing so.
    mutating func endInspection(in position: Int, on occasion: Occasion) {
        let inspects = cases[position].tasks.contains { $0.state == .open && $0.act == .inspect }
        guard isInspected(position), !inspects else { return }
        let old = dayBeforePause(of: position, on: occasion)
        resumeClocks(of: position, on: occasion)
        let moved = Self.moved(from: old, to: decisionDay(of: position, on: occasion))
        let plan = cases[position].plan.name
        record(
            "case.resumed", position, "现场核查结束，恢复计时。",
            notice: moved.isEmpty ? nil : "「\(plan)」的现场核查已经结束，恢复计时。\(moved)")
    }

    private func isInspected(_ position: Int) -> Bool {
        cases[position].clocks.contains { $0.openPause?.reason == Self.inspection }
    }
}
