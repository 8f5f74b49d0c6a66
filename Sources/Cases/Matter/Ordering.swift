import Identity
import Journal
import Refusals
import WorkingTime

/// 督查督办: organs are given something to do by a date; they report, supervision verifies and closes.
extension Matter {
    /// Nobody applied: the matter is under way at once, and its limit runs.
    mutating func beginOrder(on occasion: Occasion) {
        cases[0].phase = .accepted
        cases[0].acceptedAt = occasion.now
        startClock(.promised, of: 0, limit: root.plan.promisedLimit, at: occasion.now, on: occasion)
        record("order.assigned", 0, "\(root.filing.filedBy)交办「\(root.plan.name)」。", isPublic: false)
    }

    /// 办结: what was reported has been verified.
    mutating func closeOrder(_ position: Int, on occasion: Occasion) {
        cases[position].result = CaseResult(
            outcome: .answered, reason: lastOpinion(of: [.review], in: position),
            decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        end(position, as: .closed, on: occasion)
        record(
            "order.closed", position, "\(occasion.actor.name)审核办结。", isPublic: false,
            outcome: CaseResult.Outcome.answered.rawValue)
    }

    /// 佐证: files that prove what an organ reports; they belong to the case, and who may see it may read them.
    public mutating func addEvidence(_ files: [FiledMaterial], to number: String) throws {
        let position = try index(of: number)
        guard cases[position].plan.matterKind == .supervisionOrder else {
            throw DomainError.conflict("本件不是督办事项。")
        }
        cases[position].materials += files
    }

    /// 销号: supervision takes it off the list, done or not, with the reason.
    ///
    /// - Throws: `forbidden` for who is no supervisor, `invalid` without a reason.
    public mutating func strikeOff(_ number: String, reason: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard cases[position].plan.matterKind == .supervisionOrder else {
            throw DomainError.conflict("本件不是督办事项，不能销号。")
        }
        guard occasion.actor.roles.contains(Role.supervisor.rawValue) else {
            throw DomainError.forbidden("督办事项由监察人员销号。")
        }
        try Words.require(reason, field: "reason", "请写明销号的理由。")
        if cases[position].closedAt == nil {
            cancelEverything(in: position)
            end(position, as: .closed, on: occasion)
            cases[position].result = CaseResult(
                outcome: .terminated, reason: reason, decidedBy: Signatory(occasion.actor),
                decidedAt: occasion.now)
        }
        record("order.struck_off", position, "\(occasion.actor.name)销号：\(reason)", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// 批示: a leader has instructed about this matter; everybody may know that, and nobody reads the words here.
    ///
    /// - Throws: `forbidden` for who is no leader, `conflict` when the matter is over.
    public mutating func noteInstruction(_ number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard occasion.actor.roles.contains(Role.leader.rawValue) else {
            throw DomainError.forbidden("批示由区领导作出。")
        }
        guard cases[position].closedAt == nil, !cases[position].plan.matterKind.standsApart else {
            throw DomainError.conflict("本件已经办结，不能再批示。")
        }
        record("case.instructed", position, "区领导对本件作出批示，已交有关部门督办。")
    }
}
