import Refusals
import WorkingTime

/// What a step means in law when it begins and when it is done, beyond moving the process.
extension Matter {
    mutating func beginAct(_ task: CaseTask, in position: Int, on occasion: Occasion) {
        switch task.act {
        case .inspect:
            beginInspection(in: position, on: occasion)
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
        default:
            break
        }
    }

    private static var inspection: String { SuspensionReason.site_visit.chinese }

    /// The time of an on-site inspection does not count against the organ; the applicant is told.
    private mutating func beginInspection(in position: Int, on occasion: Occasion) {
        pauseClocks(of: position, reason: Self.inspection, on: occasion)
        let plan = cases[position].plan
        record(
            "case.suspended", position, "等待现场核查，暂停计时。",
            notice: "\(plan.organName)将就「\(plan.name)」到现场核查，核查期间不计入办理时限，请保持电话畅通。")
    }

    /// Ends the pause the inspection began, and no other: what stands still for a hearing goes on doing so.
    mutating func endInspection(in position: Int, on occasion: Occasion) {
        guard cases[position].clocks.contains(where: { $0.openPause?.reason == Self.inspection }) else {
            return
        }
        resumeClocks(of: position, on: occasion)
        record("case.resumed", position, "现场核查结束，恢复计时。")
    }
}
