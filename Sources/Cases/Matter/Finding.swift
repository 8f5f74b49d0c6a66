import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// Finding of one task: which outcome, in what words, and what is missing.
public struct Finding: Sendable, Hashable {
    /// Code of the outcome.
    public let outcome: String
    /// The reasons.
    public let opinion: String?
    /// Ids of materials found missing, for the acts that look for them.
    public let missing: [String]

    /// A finding.
    public init(outcome: String, opinion: String? = nil, missing: [String] = []) {
        self.outcome = outcome
        self.opinion = opinion
        self.missing = missing
    }
}

extension Matter {
    /// Whether a finding is one the task knows, with reasons where they are owed.
    func check(
        _ finding: Finding, for task: CaseTask, in position: Int, by actor: Actor, at now: Instant
    ) throws {
        guard let outcome = task.outcomes.first(where: { $0.code == finding.outcome }) else {
            let labels = task.outcomes.map(\.label).joined(separator: "、")
            throw DomainError.invalid("outcome", "请从「\(labels)」中选择办理结果。")
        }
        if outcome.needsOpinion {
            try Words.require(finding.opinion, field: "opinion", "选择「\(outcome.label)」时，请写明理由。")
        } else if let opinion = finding.opinion {
            try Words.check(opinion, field: "opinion")
        }
        guard finding.missing.isEmpty || outcome.needsOpinion else {
            throw DomainError.invalid("missing", "选择「\(outcome.label)」时，不能再列缺少的材料。")
        }
        let known = Set(cases[position].plan.materials.map(\.id))
        guard finding.missing.allSatisfy(known.contains) else {
            throw DomainError.invalid("missing", "缺少的材料不在本事项的材料清单里。")
        }
        if [.review, .decide].contains(task.act) { try requireAnotherThanAuthor(position, actor) }
        if task.act == .decide {
            try requireSecondPerson(position, actor)
            try requirePromisesKept(finding, for: task, in: position)
            try requireHeard(finding, in: position, at: now)
        }
        if task.act == .revoke { try requireAnotherThanVerifier(position, actor) }
    }

    /// One person, one voice: whoever has voted leaves the other seats to others.
    func requireOneVoice(_ task: CaseTask, _ position: Int, _ actor: Actor) throws {
        guard try definition(of: position).elements[task.element]?.loop?.vote != nil else { return }
        let voices = cases[position].peers(of: task).filter { $0.state == .completed }
        guard !voices.contains(where: { $0.completedBy?.accountID == actor.accountID }) else {
            throw DomainError.forbidden("您已经在「\(task.name)」表过态，请由其他人表态。")
        }
    }

    /// Whoever reviewed may not decide: two persons answer for every decision that has a review.
    private func requireSecondPerson(_ position: Int, _ actor: Actor) throws {
        let reviewers = cases[position].tasks.filter { $0.state == .completed && $0.act.prepares }
        guard !reviewers.contains(where: { $0.completedBy?.accountID == actor.accountID }) else {
            throw DomainError.forbidden("审查和决定不能由同一人作出，请由其他负责人决定。")
        }
    }
}

extension Act {
    /// Steps whose author may not also decide.
    var prepares: Bool { self == .review || self == .inspect || self == .answer }
}
