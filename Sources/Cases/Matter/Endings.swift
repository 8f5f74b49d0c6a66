import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// Delivery, withdrawal and what the applicant thought of it.
extension Matter {
    /// 送达: one delivery for all items of a joint service.
    mutating func deliver(_ position: Int, on occasion: Occasion) {
        for index in cases.indices where position == 0 || index == position {
            guard cases[index].phase == .decided else { continue }
            end(index, as: .closed, on: occasion)
        }
        record(
            "case.delivered", position, "结果已送达，办结。",
            notice: "「\(cases[position].plan.name)」的结果已送达。欢迎您评价这次办事。")
        let results = cases.indices.filter { position == 0 || $0 == position }.flatMap { cases[$0].documents }
            .filter { $0.kind.isResult && $0.isInForce }
        let words = lastOpinion(of: [.deliver], in: position).map { ["送达情况：\($0)"] } ?? []
        issue(
            .delivery, in: position,
            [.list: Self.numbered(results.map { "《\($0.title)》（\($0.number)）" }), .reason: words],
            on: occasion)
    }

    /// Takes the whole application back, while nothing has been decided yet.
    public mutating func withdraw(reason: String, on occasion: Occasion) throws {
        guard root.isApplicant(occasion.actor) else {
            throw DomainError.forbidden("只有申请人可以撤回申请。")
        }
        guard !root.phase.isFinal, root.phase != .decided else {
            throw DomainError.conflict("本件「\(root.phase.chinese)」，已不能撤回。")
        }
        if let decided = children.first(where: { $0.result != nil }) {
            throw DomainError.conflict("「\(decided.plan.name)」已经作出决定，不能再撤回整件申请。")
        }
        try Words.check(reason, field: "reason")
        for index in cases.indices {
            cancelEverything(in: index)
            end(index, as: .withdrawn, on: occasion)
            cases[index].result = CaseResult(
                outcome: .withdrawn, reason: reason, decidedBy: Signatory(occasion.actor),
                decidedAt: occasion.now)
            record(
                "case.withdrawn", index, "申请人撤回了申请。",
                notice: index == 0 ? "您已撤回「\(root.plan.name)」申请。" : nil)
        }
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// 好差评: once, after it is finished, by the applicant.
    ///
    /// - Parameter reasons: what was ticked, by code of ``Rating/reasons``.
    public mutating func rate(
        _ number: String, grade: Int, comment: String?, reasons: [String] = [], on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        // Not the clerk who filed for them: whoever served does not say how the service was.
        guard cases[position].isOwn(of: occasion.actor) else {
            throw DomainError.forbidden("只有申请人可以评价。")
        }
        try keepRating(position, grade: grade, comment: comment, reasons: reasons, on: occasion)
    }

    /// The same by whoever holds the code that was sent with the result; the feature that keeps the codes has looked at it.
    public mutating func rate(
        _ number: String, byCode grade: Int, comment: String?, reasons: [String], on occasion: Occasion
    ) throws {
        try keepRating(
            index(of: number), grade: grade, comment: comment, reasons: reasons, on: occasion)
    }

    private mutating func keepRating(
        _ position: Int, grade: Int, comment: String?, reasons: [String], on occasion: Occasion
    ) throws {
        guard cases[position].phase.isFinal else { throw DomainError.conflict("办结以后才能评价。") }
        guard cases[position].rating == nil else { throw DomainError.conflict("您已经评价过了，谢谢。") }
        guard Rating.grades.contains(where: { $0.value == grade }) else {
            throw DomainError.invalid("grade", "请从「非常满意」到「非常不满意」中选择一项。")
        }
        if let comment { try Words.check(comment, field: "comment") }
        let known = Rating.reasons.map(\.code).filter(reasons.contains)
        guard known.count == Set(reasons).count else { throw DomainError.invalid("reasons", "请从列出的原因中选择。") }
        let rating = Rating(
            grade: grade, comment: comment, ratedAt: occasion.now, reasons: known,
            channel: occasion.actor.channel)
        cases[position].rating = rating
        record("case.rated", position, "申请人评价：\(rating.label)。", outcome: String(grade))
    }

    mutating func end(_ position: Int, as phase: Phase, on occasion: Occasion) {
        cancelAssistance(in: position)
        cases[position].phase = phase
        cases[position].closedAt = occasion.now
        for index in cases[position].clocks.indices { cases[position].clocks[index].stop(at: occasion.now) }
    }

    /// Nobody has anything to do in this case any more.
    mutating func cancelEverything(in position: Int) {
        _ = cases[position].process?.terminate()
        cases[position].timers = []
        cases[position].incidents = []
        for index in cases[position].tasks.indices where cases[position].tasks[index].state == .open {
            cases[position].tasks[index].state = .cancelled
        }
    }

    mutating func stopDecisionClocks(of position: Int, at now: Instant) {
        for index in cases[position].clocks.indices where cases[position].clocks[index].measuresDecision {
            cases[position].clocks[index].stop(at: now)
        }
    }
}
