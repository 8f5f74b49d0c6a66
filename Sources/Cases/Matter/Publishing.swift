import Journal
import Refusals
import WorkingTime

/// What is published of an organ's own accord: it begins with whoever writes, and ends when it is out or given up.
extension Matter {
    /// Nobody applied: the matter is under way at once, without a limit of acceptance.
    mutating func beginPublication(on occasion: Occasion) {
        cases[0].phase = .accepted
        cases[0].acceptedAt = occasion.now
        record(
            "publication.begun", 0, "\(root.filing.filedBy)开始起草。", isPublic: false)
    }

    /// 发布: out, and the matter is at its end.
    mutating func publish(_ position: Int, on occasion: Occasion) {
        conclude(position, as: .granted, in: .closed, on: occasion)
        record(
            "publication.published", position, "\(occasion.actor.name)签发。", isPublic: false,
            outcome: CaseResult.Outcome.granted.rawValue)
    }

    /// 作废: given up by whoever wrote it, before it was out.
    mutating func discard(_ position: Int, on occasion: Occasion) {
        conclude(position, as: .withdrawn, in: .withdrawn, on: occasion)
        record(
            "publication.discarded", position, "\(occasion.actor.name)作废了这一稿。", isPublic: false,
            outcome: CaseResult.Outcome.withdrawn.rawValue)
    }

    private mutating func conclude(
        _ position: Int, as outcome: CaseResult.Outcome, in phase: Phase, on occasion: Occasion
    ) {
        cases[position].result = CaseResult(
            outcome: outcome, reason: nil, decidedBy: Signatory(occasion.actor), decidedAt: occasion.now)
        end(position, as: phase, on: occasion)
    }

    /// Whoever wrote neither reviews nor decides (采编、审核、签发分离).
    func requireAnotherThanAuthor(_ position: Int, _ actor: Actor) throws {
        let written = cases[position].tasks.filter { $0.state == .completed && $0.act == .write }
        guard !written.contains(where: { $0.completedBy?.accountID == actor.accountID }) else {
            throw DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")
        }
    }
}
