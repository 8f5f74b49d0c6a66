import Refusals
import WorkingTime

/// The decision, and what a joint service makes of several.
extension Matter {
    /// 准予: the licence is issued with the decision.
    mutating func grant(_ position: Int, on occasion: Occasion) throws {
        decide(position, as: .granted, reason: nil, on: occasion)
        let plan = cases[position].plan
        issue(
            .grant, in: position,
            [
                .reason: [lastOpinion(of: [.decide], in: position) ?? ""],
                .hearing: hearingWords(in: position),
                .licence: plan.licence.map { ["随本决定发给《\($0.name)》。"] } ?? [],
            ], on: occasion)
        try issueLicence(in: position, on: occasion)
        record(
            "case.granted", position, "\(plan.organName)准予「\(plan.name)」。",
            notice: "\(plan.organName)已准予「\(plan.name)」。", outcome: CaseResult.Outcome.granted.rawValue)
        try tellParent(of: position, on: occasion)
    }

    /// 不予许可: in writing, with reasons and remedies (行政许可法 art. 38).
    mutating func deny(_ position: Int, on occasion: Occasion) throws {
        let reason = lastOpinion(of: [.decide], in: position) ?? ""
        decide(position, as: .denied, reason: reason, on: occasion)
        let plan = cases[position].plan
        record(
            "case.denied", position, "\(plan.organName)决定不予许可「\(plan.name)」：\(reason)",
            notice: "\(plan.organName)决定不予许可「\(plan.name)」。理由：\(reason)",
            outcome: CaseResult.Outcome.denied.rawValue)
        issue(
            .denial, in: position, [.reason: [reason], .hearing: hearingWords(in: position)], on: occasion)
        if cases[position].isChild {
            try tellParent(of: position, on: occasion)
        } else {
            end(position, as: .closed, on: occasion)
        }
    }

    private mutating func decide(
        _ position: Int, as outcome: CaseResult.Outcome, reason: String?, on occasion: Occasion
    ) {
        cases[position].phase = .decided
        cases[position].result = CaseResult(
            outcome: outcome, reason: reason, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        stopDecisionClocks(of: position, at: occasion.now)
        startClock(
            .delivery, of: position, limit: cases[position].plan.deliveryLimit, at: occasion.now, on: occasion
        )
    }

    /// The joint service waits for each of its items.
    mutating func tellParent(of position: Int, on occasion: Occasion) throws {
        guard let activity = cases[position].outcomes[Self.parentActivity].flatMap(Int.init) else { return }
        try finish(activity: activity, of: 0, on: occasion)
    }

    /// All items of a joint service are decided: says what they amount to together.
    mutating func composeResult(on occasion: Occasion) {
        let outcomes = children.compactMap { $0.result?.outcome }
        let denied = children.filter { $0.result?.outcome != .granted }.map(\.plan.name)
        let outcome: CaseResult.Outcome =
            denied.isEmpty ? .granted : denied.count == outcomes.count ? .denied : .partial
        let isDesigned = children.contains { $0.plan.slug != nil }
        let reason =
            denied.isEmpty
            ? nil
            : isDesigned
                ? Self.standing(ofDenied: denied, among: outcomes.count)
                : Self.meaning(ofDenied: denied, among: outcomes.count)
        decide(0, as: outcome, reason: reason, on: occasion)
        record(
            "case.composed", 0, "全部事项已作出决定：\(outcome.chinese)。",
            notice: "您的「\(root.plan.name)」全部事项已作出决定：\(outcome.chinese)。\(reason ?? "")",
            outcome: outcome.rawValue)
    }

    private static func meaning(ofDenied names: [String], among total: Int) -> String {
        let list = names.map { "「\($0)」" }.joined(separator: "、")
        return names.count == total
            ? "\(list)均未获准，尚不能开业。您可以按决定书所列理由整改后重新申请。"
            : "\(list)未获准；其余事项的证照仍然有效。取得未获准事项的许可之前，尚不能开业，整改后可以单独重新申请该事项。"
    }

    /// The same for a joint service of any kind, of which nobody knows what it opens.
    private static func standing(ofDenied names: [String], among total: Int) -> String {
        let list = names.map { "「\($0)」" }.joined(separator: "、")
        return names.count == total
            ? "\(list)均未办成。您可以按决定书所列理由整改后重新申请。"
            : "\(list)未办成；其余事项的决定和证照仍然有效。整改后可以单独重新申请没有办成的事项。"
    }

    func lastOpinion(of acts: Set<Act>, in position: Int) -> String? {
        cases[position].tasks.last { $0.state == .completed && acts.contains($0.act) }?.opinion
    }

    /// Nothing where no body is named: of what is said by letter or telephone there is no decision to be reviewed
    /// (信访工作条例 arts. 35, 36 know other ways, which its own answers state).
    func remedies(in position: Int) -> [String] {
        let remedies = cases[position].plan.remedies
        guard !remedies.reviewBody.isEmpty else { return [] }
        return [
            "如不服本决定，可以自收到之日起六十日内向\(remedies.reviewBody)申请行政复议，也可以自收到之日起六个月内依法向\(remedies.court)提起行政诉讼。"
        ]
    }
}
