import Journal
import Refusals
import WorkingTime

/// 行政问责: whether an official is held to account. What is said in it the feature keeps, sealed; the case has the steps.
extension Matter {
    /// Nobody applied: the matter is under way at once. Its steps have limits of their own.
    mutating func beginAccountability(on occasion: Occasion) {
        cases[0].phase = .accepted
        cases[0].acceptedAt = occasion.now
        record("accountability.proposed", 0, "\(root.filing.filedBy)提出问责。", isPublic: false)
    }

    /// 办结: it was not so, or what was decided stands, or was taken back on appeal.
    mutating func closeAccountability(_ position: Int, on occasion: Occasion) {
        cases[position].result = CaseResult(
            outcome: .answered, reason: nil, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        end(position, as: .closed, on: occasion)
        record(
            "accountability.closed", position, "问责事项办结。", isPublic: false,
            outcome: CaseResult.Outcome.answered.rawValue)
    }

    /// 撤回: it goes no further; why is kept by the feature.
    ///
    /// - Throws: `forbidden` for who is no supervisor, `conflict` when it is over or decided.
    public mutating func withdrawAccountability(_ number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard cases[position].plan.matterKind == .accountability, cases[position].closedAt == nil else {
            throw DomainError.conflict("这件问责已经办结，不能撤回。")
        }
        guard occasion.actor.roles.contains("supervisor") else {
            throw DomainError.forbidden("问责由监察人员撤回。")
        }
        cancelEverything(in: position)
        cases[position].result = CaseResult(
            outcome: .withdrawn, reason: nil, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        end(position, as: .withdrawn, on: occasion)
        record(
            "accountability.withdrawn", position, "\(occasion.actor.name)撤回问责。", isPublic: false,
            outcome: CaseResult.Outcome.withdrawn.rawValue)
        settle(by: occasion.calendar, now: occasion.now)
    }
}
