import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who is told after each step. A message names neither the person nor the ground: it lies in more places than the inquiry.
struct InquiryTelling {
    let outbox: Outbox
    let inquiry: Inquiry
    let now: Instant
    let tx: Transaction

    private var due: String { inquiry.dueAt.map { "，请在\($0.day.chinese)前办理" } ?? "" }

    func tell(after kind: InquiryStep.Kind) throws {
        switch kind {
        case .proposed, .returned: try tellSupervisors("有一件问责等待核实\(due)。")
        case .founded:
            try tell(inquiry.accountID, "有一件问责涉及您，您可以陈述申辩\(due)。期限过后没有陈述的，按已有材料决定。")
            try tellHeads("您部门有人员被提出问责，正在听取本人的陈述申辩。")
        case .unfounded: try tell(inquiry.proposedBy, "您提出的一件问责经核实不属实，已经终止。")
        case .silent:
            try tell(inquiry.accountID, "涉及您的一件问责，陈述申辩的期限已过，您没有陈述，按已有材料决定。")
            try tellSupervisors("一件问责的陈述申辩期限已过，当事人没有陈述，等待决定。")
            try tellLeaders("有一件问责等待决定\(due)，当事人没有陈述申辩。")
        case .unappealed:
            try tellAll("涉及您的一件问责，申诉期限已过，决定生效。", "您部门人员的一件问责，申诉期限已过，决定生效。")
            try tellSupervisors("一件问责的申诉期限已过，没有申诉，决定生效。")
        case .stated, .waived: try tellLeaders("有一件问责等待决定\(due)。")
        case .decided: try tellSupervisors("有一件问责已经决定，等待送达\(due)。")
        case .spared: try tellAll("涉及您的一件问责已经决定：不予问责。", "您部门人员的一件问责已经决定：不予问责。")
        case .served:
            try tell(inquiry.accountID, "问责决定已经送达，您可以申诉\(due)。")
            try tellHeads("您部门人员的一件问责决定已经送达。")
        case .appealed: try tellLeaders("有一件问责的申诉等待复核\(due)。")
        case .upheld, .changed, .revoked: try tellAll("您的问责申诉已经复核：\(kind.chinese)。", "您部门人员的问责申诉已经复核。")
        case .withdrawn where inquiry.toldAt != nil: try tellAll("涉及您的一件问责已经撤回。", "您部门人员的一件问责已经撤回。")
        case .accepted, .withdrawn: break
        }
    }

    private func tellAll(_ person: Sentence, _ head: Sentence) throws {
        try tell(inquiry.accountID, person)
        try tellHeads(head)
    }

    private func tell(_ account: Int64, _ sentence: Sentence) throws {
        try outbox.enqueue(
            to: account, about: AccountabilityPath.inquiry(String(inquiry.id)), sentence, at: now, in: tx)
    }

    private func tellHeads(_ sentence: Sentence) throws {
        for member in try Accounts.members(of: inquiry.organ, on: now.day, in: tx)
        where member.roles.contains(.head) && member.id != inquiry.accountID {
            try tell(member.id, sentence)
        }
    }

    private func tellSupervisors(_ sentence: Sentence) throws { try tell(.supervisor, sentence) }
    private func tellLeaders(_ sentence: Sentence) throws { try tell(.leader, sentence) }

    /// Those of a role who could take the next step.
    private func tell(_ role: Role, _ sentence: Sentence) throws {
        let done = [inquiry.accountID, inquiry.proposedBy, inquiry.checkedBy, inquiry.decidedBy]
        for holder in try Accounts.holders(of: role, on: now.day, in: tx)
        where holder.organ != inquiry.organ && !(role == .leader && done.contains(holder.id)) {
            try tell(holder.id, sentence)
        }
    }
}
