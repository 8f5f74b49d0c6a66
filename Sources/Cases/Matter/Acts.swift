import Refusals
import WorkingTime

/// What a step means in law when it begins and when it is done, beyond moving the process.
extension Matter {
    mutating func beginAct(_ task: CaseTask, in position: Int, on occasion: Occasion) {
        switch task.act {
        case .inspect:
            // The time of an on-site inspection does not count against the organ; the applicant is told.
            pauseClocks(of: position, reason: "现场核查", on: occasion)
            let plan = cases[position].plan
            record(
                "case.suspended", position, "等待现场核查，暂停计时。",
                notice: "\(plan.organName)将就「\(plan.name)」到现场核查，核查期间不计入办理时限，请保持电话畅通。")
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
            resumeClocks(of: position, on: occasion)
            record("case.resumed", position, "现场核查结束，恢复计时。")
        case (.deliver, _):
            deliver(position, on: occasion)
        default:
            break
        }
    }
}
