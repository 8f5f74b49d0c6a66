import BusinessProcess
import DecisionModel
import Identity
import Journal
import Refusals
import WorkingTime

extension CasePlan {
    /// The most organs that assist with one order.
    public static let mostAssisting = 10
}

/// 督查督办: organs are given something to do by a date; they report, supervision verifies and closes.
extension Matter {
    /// Nobody applied: the matter is under way at once, and its limit runs.
    mutating func beginOrder(on occasion: Occasion) {
        cases[0].phase = .accepted
        cases[0].acceptedAt = occasion.now
        startClock(.promised, of: 0, limit: root.plan.promisedLimit, at: occasion.now, on: occasion)
        record("order.assigned", 0, "\(root.filing.filedBy)交办「\(root.plan.name)」。", isPublic: false)
    }

    /// 再分解: the lead organ has another organ do a part of the work; it reports like those that were asked at first.
    ///
    /// - Parameter organ: the key of the organ that is asked.
    /// - Throws: `forbidden` for who is neither of the lead organ nor a supervisor, `invalid` for an organ that has its part
    ///   already, that verifies, or that would be one too many, `conflict` when the reports are in.
    public mutating func share(_ number: String, with organ: String, _ name: String, on occasion: Occasion)
        throws
    {
        let position = try index(of: number)
        let (plan, actor) = (cases[position].plan, occasion.actor)
        guard plan.matterKind == .supervisionOrder else { throw DomainError.conflict("本件不是督办事项。") }
        let leads = actor.organ == plan.organ && actor.roles.contains { ["officer", "head"].contains($0) }
        guard leads || actor.roles.contains(Role.supervisor.rawValue) else {
            throw DomainError.forbidden("由主办部门或者监察人员请其他部门协办。")
        }
        guard organ != plan.organ, !plan.coOrgans.contains(organ) else {
            throw DomainError.invalid("organ", "同一部门只能写一次。")
        }
        guard organ != plan.hall else { throw DomainError.invalid("organ", "监察人员不能督办自己的部门。") }
        guard plan.coOrgans.count < CasePlan.mostAssisting else {
            throw DomainError.invalid("organ", "协办部门不超过 \(CasePlan.mostAssisting) 个。")
        }
        guard let step = cases[position].openTasks.first(where: { $0.act == .opinion })?.activity else {
            throw DomainError.conflict("各部门都已反馈，不能再分解。")
        }
        cases[position].plan.coOrgans.append(organ)
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.addInstance(
                .string(organ), beside: step, in: course.definition, given: course.given)
        }
        record("order.shared", position, "\(actor.name)请\(name)协办。", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// The limit measures the organs that were asked: it stands still while supervision verifies what they reported, and
    /// goes on when that is returned or taken back.
    mutating func pauseWhileVerified(_ position: Int, at now: Instant) {
        let subject = cases[position]
        guard subject.plan.matterKind == .supervisionOrder, subject.closedAt == nil else { return }
        let isVerified = subject.openTasks.contains { $0.act == .review }
        guard isVerified != subject.isPaused else { return }
        for index in subject.clocks.indices where subject.clocks[index].measuresDecision {
            if isVerified {
                cases[position].clocks[index].pause(at: now, reason: "监察审核")
            } else {
                cases[position].clocks[index].resume(at: now)
            }
        }
        record(
            isVerified ? "case.suspended" : "case.resumed", position,
            isVerified ? "各部门都已反馈，审核期间暂停计时。" : "恢复计时。", isPublic: false, isAutomatic: true)
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
