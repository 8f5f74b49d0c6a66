import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// 终止办理: the case ends without a decision, because there is nothing left to decide.
///
/// The law leaves the reasons to the rules of each field: the applicant has died or no longer exists, does not bring
/// what was asked for, or what is applied for can no longer be done. It is told in writing, with the remedies.
extension Matter {
    /// Ends a case, or one item of a joint service, by order of the head of the organ in charge.
    public mutating func terminate(_ number: String, reason: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        try requireHead(of: cases[position].plan.organ, position, occasion.actor, "终止办理")
        try requireUndecided(position)
        try Words.require(reason, field: "reason", "请写明终止办理的理由，会写进给申请人的通知书。")
        for index in cases.indices where index == position || position == 0 {
            cancelEverything(in: index)
            end(index, as: .closed, on: occasion)
            cases[index].result = CaseResult(
                outcome: .terminated, reason: reason, decidedBy: Signatory(occasion.actor),
                decidedAt: occasion.now)
        }
        let plan = cases[position].plan
        record(
            "case.terminated", position, "\(plan.organName)终止办理「\(plan.name)」：\(reason)",
            notice: "\(plan.organName)终止办理「\(plan.name)」。理由：\(reason)",
            outcome: CaseResult.Outcome.terminated.rawValue)
        issue(.termination, in: position, [.reason: [reason]], on: occasion)
        for child in children.indices where position == 0 {
            record("case.terminated", child, "终止办理「\(cases[child].plan.name)」：\(reason)")
        }
        if cases[position].isChild { try tellParent(of: position, on: occasion) }
        settle(by: occasion.calendar, now: occasion.now)
    }

    private func requireUndecided(_ position: Int) throws {
        let subject = cases[position]
        guard subject.plan.matterKind != .supervisionOrder else {
            throw DomainError.conflict("督办事项由监察人员销号，不能终止办理。")
        }
        guard subject.plan.endsByAnswer != true else {
            throw DomainError.conflict("\(subject.plan.name)以答复办结，不能终止办理。不属于本单位的请退回，要更多时间的请申请延期。")
        }
        // Before acceptance the whole is checked and refused or supplemented, never one item of it.
        let phases: Set<Phase> = subject.isChild ? [.accepted] : [.supplementing, .accepted]
        guard phases.contains(subject.phase), subject.process != nil else {
            throw DomainError.conflict("本件「\(subject.phase.chinese)」，不能终止办理。")
        }
        guard position == 0, let decided = children.first(where: { $0.result != nil }) else { return }
        throw DomainError.conflict("「\(decided.plan.name)」已经办结，不能终止整件申请，请逐项终止。")
    }
}
