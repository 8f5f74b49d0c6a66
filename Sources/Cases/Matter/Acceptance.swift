import Refusals
import WorkingTime

/// Acceptance in the three ways the law knows: by the organ, by its silence, and refused.
extension Matter {
    /// 受理: the decision clocks start with it (行政许可法 art. 32, 42).
    mutating func accept(_ position: Int, on occasion: Occasion) {
        enterAcceptance(position, from: occasion.now, on: occasion)
        let name = cases[position].plan.name
        record(
            "case.accepted", position, "「\(name)」已受理。",
            notice: "您的「\(name)」申请已受理，请留意办理时限。")
        // What is still to come is said in a paper of its own, which accepts as well.
        if !beginDeferral(in: position, on: occasion) { issue(.acceptance, in: position, on: occasion) }
    }

    /// 视为受理: nobody said in time what is missing, so the case counts as accepted **from the day of
    /// receipt** (行政许可法 art. 32(4)); the decision clocks have been running since then.
    mutating func deemAccepted(_ position: Int, on occasion: Occasion) {
        let receivedAt = cases[position].clock(.acceptance)?.startedAt ?? cases[position].filing.filedAt
        enterAcceptance(position, from: receivedAt, on: occasion)
        let name = cases[position].plan.name
        record(
            "case.deemed_accepted", position,
            "受理期限内没有告知补正，「\(name)」自\(receivedAt.day.chinese)收到之日起视为受理。",
            notice: "部门没有在期限内告知补正，您的「\(name)」申请自收到之日起视为受理。",
            isAutomatic: true)
        issue(
            .deemedAcceptance, in: position, [.receivedOn: [receivedAt.day.chinese]], on: occasion)
        _ = beginDeferral(in: position, on: occasion)
    }

    /// 不予受理, in writing and with reasons.
    mutating func refuseAcceptance(_ position: Int, on occasion: Occasion) {
        let reason = lastOpinion(of: [.accept, .recheck, .assign], in: position) ?? ""
        // The children of a joint service wait for the same acceptance and end with it.
        for index in cases.indices where index == position || position == 0 {
            end(index, as: .refused, on: occasion)
            cases[index].result = CaseResult(
                outcome: .refused, reason: reason, decidedBy: Signatory(occasion.actor),
                decidedAt: occasion.now)
        }
        let name = cases[position].plan.name
        record(
            "case.refused", position, "不予受理「\(name)」：\(reason)",
            notice: "您的「\(name)」申请不予受理。理由：\(reason)")
        issue(.acceptanceRefusal, in: position, [.reason: [reason]], on: occasion)
        for child in children.indices where position == 0 {
            record("case.refused", child, "不予受理「\(cases[child].plan.name)」：\(reason)")
        }
    }

    /// Where a child remembers which activity of its parent waits for it; no element can have this name.
    static var parentActivity: String { "#parent" }

    mutating func enterAcceptance(_ position: Int, from start: Instant, on occasion: Occasion) {
        let plan = cases[position].plan
        cases[position].phase = .accepted
        cases[position].acceptedAt = start
        stopClock(.acceptance, of: position, at: occasion.now)
        startClock(.legal, of: position, limit: plan.legalLimit, at: start, on: occasion)
        startClock(.promised, of: position, limit: plan.promisedLimit, at: start, on: occasion)
    }
}

extension Case {
    /// Where a case remembers which organ was in charge when it began, once that is another one.
    static var formerLead: String { "#lead" }
}
