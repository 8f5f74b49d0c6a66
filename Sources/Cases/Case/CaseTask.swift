import Journal
import Refusals
import WorkingTime

/// One way to finish a task.
public struct TaskOutcome: Codable, Sendable, Hashable {
    /// What conditions compare with, for example `grant`.
    public let code: String
    /// What the button says.
    public let label: String
    /// Whether reasons must be given.
    public let needsOpinion: Bool

    /// An outcome.
    public init(code: String, label: String, needsOpinion: Bool) {
        self.code = code
        self.label = label
        self.needsOpinion = needsOpinion
    }
}

/// An account and the name it signs with.
public struct Signatory: Codable, Sendable, Hashable {
    /// The account.
    public let accountID: Int64
    /// The name.
    public let name: String

    /// An account under the name it signs with.
    public init(accountID: Int64, name: String) {
        self.accountID = accountID
        self.name = name
    }

    init(_ actor: Actor) { self.init(accountID: actor.accountID, name: actor.name) }
}

/// One step for one organ and role, or for the applicant.
public struct CaseTask: Sendable, Hashable {
    /// Where a task stands.
    public enum State: String, Sendable, Codable { case open, completed, cancelled }

    /// The organ key of tasks that wait for the applicant.
    public static let applicant = "applicant"

    /// Ours, time-ordered.
    public let id: Int64
    /// The activity of the process it belongs to; `nil` for a consultation, which stands outside.
    public let activity: Int?
    /// The BPMN element's id.
    public let element: String
    /// The name.
    public let name: String
    /// Its legal meaning.
    public let act: Act
    /// Organ key, or ``applicant``.
    public let organ: String
    /// The role its doer must hold in the organ.
    public let role: String
    /// How it may end, the favourable outcome first.
    public let outcomes: [TaskOutcome]
    /// When it came up.
    public let openedAt: Instant
    /// When it is due: by its own limit or by the clock that governs the case, whichever is earlier.
    public internal(set) var dueAt: Instant?
    /// Version of the working-day calendar that reckoned its own limit; `nil` where it has none.
    public internal(set) var calendarVersion: Int?
    /// Who has taken it, or was given it.
    public internal(set) var holder: Signatory?
    /// Where it stands.
    public internal(set) var state: State
    /// Code of the outcome chosen.
    public internal(set) var outcome: String?
    /// The reasons given.
    public internal(set) var opinion: String?
    /// Ids of the materials found missing, when the task looked for them.
    public internal(set) var missing: [String]
    /// Who finished it.
    public internal(set) var completedBy: Signatory?
    /// When it was finished.
    public internal(set) var completedAt: Instant?
    /// What a colleague was asked.
    public let question: String?

    /// The label of the outcome chosen, for people.
    public var outcomeLabel: String? {
        guard let outcome else { return nil }
        return outcomes.first { $0.code == outcome }?.label
    }

    /// Checks that this person may do this task now.
    ///
    /// - Throws: `conflict` when someone else has finished or taken it, `forbidden` when it is not theirs.
    func admit(_ actor: Actor, in subject: Case) throws {
        try requireOpen()
        guard belongs(to: actor, in: subject) else {
            throw DomainError.forbidden("「\(name)」由其他岗位办理，您不能代为处理。")
        }
        if organ != Self.applicant { try subject.requireImpartial(actor) }
        if let holder, holder.accountID != actor.accountID {
            throw DomainError.conflict("「\(name)」已由\(holder.name)领取，请与其联系或由其转办。")
        }
    }

    func requireOpen() throws {
        switch state {
        case .open: return
        case .completed:
            throw DomainError.conflict("「\(name)」已由\(completedBy?.name ?? "系统")办理完毕，您的意见没有保存。")
        case .cancelled:
            throw DomainError.conflict("「\(name)」已取消，不需要再办理。")
        }
    }

    /// Whether the post of this actor is the one this task waits for.
    func belongs(to actor: Actor, in subject: Case) -> Bool {
        if organ == Self.applicant { return subject.isApplicant(actor) }
        return actor.organ == organ && actor.roles.contains(role)
    }
}
