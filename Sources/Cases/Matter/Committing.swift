import Codes
import Journal
import Refusals
import WorkingTime

/// 告知承诺: decided on a promise, verified afterwards, revoked when it was not true.
///
/// 广东省优化营商环境条例 art. 36: the applicant may choose between proof and promise, and what becomes of the promise goes
/// into the credit record. Here that is a journal entry and a mark on the case; lists of people are nobody's.
extension Matter {
    /// Keeps what the applicant confirmed at the filing, for every item of the matter that takes a promise.
    mutating func commit(on occasion: Occasion) {
        for position in cases.indices {
            guard let terms = cases[position].plan.commitment else { continue }
            cases[position].commitment = Commitment(
                terms: terms, confirmedBy: Signatory(occasion.actor), confirmedAt: occasion.now)
            let plan = cases[position].plan
            record("case.committed", position, "申请人确认了「\(plan.name)」的告知承诺书。")
            issue(
                .commitment, in: position,
                [
                    .list: Self.numbered(terms.conditions), .method: [terms.method],
                    .days: [terms.limit.chinese], .consequence: [terms.consequence],
                ], on: occasion)
        }
    }

    /// The verification is done.
    mutating func concludeVerification(_ task: CaseTask, in position: Int, on occasion: Occasion) {
        guard cases[position].commitment != nil else { return }
        let isKept = task.outcome != "broken"
        cases[position].commitment?.verification = .init(
            isKept: isKept, words: task.opinion ?? "", verifiedBy: Signatory(occasion.actor),
            verifiedAt: occasion.now)
        let plan = cases[position].plan
        if isKept {
            record(
                "credit.commitment_kept", position, "经核查，「\(plan.name)」的承诺属实。",
                notice: "经核查，您在「\(plan.name)」中的承诺属实。", outcome: "kept")
        } else {
            record(
                "credit.commitment_broken", position, "经核查，「\(plan.name)」的承诺不实：\(task.opinion ?? "")",
                notice:
                    "经核查，您在「\(plan.name)」中的承诺与实际不符：\(task.opinion ?? "")。\(plan.organName)将决定是否撤销。您可以向\(plan.organName)陈述、申辩。",
                outcome: "broken",
                toHead: "「\(plan.name)」（\(cases[position].number.text)）经核查承诺不实，请决定是否撤销。")
        }
    }

    /// 撤销: what was granted ends, in writing, with reasons and remedies.
    ///
    /// - Throws: ``ServiceFailure`` when nothing was promised that could be untrue.
    mutating func revoke(_ position: Int, on occasion: Occasion) throws {
        guard cases[position].commitment?.isBroken == true, cases[position].commitment?.revocation == nil
        else {
            throw ServiceFailure("nothing-to-revoke", "没有查实不实的承诺，不能撤销。")
        }
        let reason = lastOpinion(of: [.revoke], in: position) ?? ""
        cases[position].commitment?.revocation = .init(
            reason: reason, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        for index in cases[position].documents.indices
        where [.licence, .grant].contains(cases[position].documents[index].kind) {
            cases[position].documents[index].revokedAt = occasion.now
        }
        let plan = cases[position].plan
        record(
            "case.decision_revoked", position, "\(plan.organName)撤销了准予「\(plan.name)」的决定：\(reason)",
            notice: "\(plan.organName)撤销了准予「\(plan.name)」的决定，已发出的证照失效。理由：\(reason)", outcome: "revoked")
        issue(.revocation, in: position, [.reason: [reason]], on: occasion)
    }

    /// Whoever found the promise untrue does not decide what follows.
    func requireAnotherThanVerifier(_ position: Int, _ actor: Actor) throws {
        let verifiers = cases[position].tasks.filter { $0.state == .completed && $0.act == .verify }
        guard !verifiers.contains(where: { $0.completedBy?.accountID == actor.accountID }) else {
            throw DomainError.forbidden("核查和撤销不能由同一人作出，请由其他负责人决定。")
        }
    }
}
