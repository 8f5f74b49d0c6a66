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
    public internal(set) var element: String
    /// The name.
    public internal(set) var name: String
    /// Its legal meaning.
    public internal(set) var act: Act
    /// Organ key, or ``applicant``.
    public internal(set) var organ: String
    /// The role its doer must hold in the organ.
    public internal(set) var role: String
    /// How it may end, the favourable outcome first.
    public internal(set) var outcomes: [TaskOutcome]
    /// When it came up.
    public let openedAt: Instant
    /// When it is due: by its own limit or by the clock that governs the case, whichever is earlier.
    public internal(set) var dueAt: Instant?
    /// Version of the working-day calendar that reckoned its own limit; `nil` where it has none.
    public internal(set) var calendarVersion: Int?
    /// Who has taken it, or was given it.
    public internal(set) var holder: Signatory?
    /// Since when somebody has been at it; `nil` while it waits, and where nobody said that they took it.
    public internal(set) var takenAt: Instant?
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
    /// Who asked this person to sign as well (加签); `nil` for the steps of the process itself.
    public internal(set) var addedBy: Signatory?
    /// Who delegated it and gets it back (委托).
    public internal(set) var owner: Signatory?
    /// Its turn has not come: others sign first.
    public internal(set) var isParked = false
    /// It stands still by itself (挂起); the limits of the law run on.
    public internal(set) var isSuspended = false
    /// How often it was urged (催办).
    public internal(set) var urgings = 0
    /// When an officer urged it last.
    public internal(set) var urgedAt: Instant?
    /// The office (科室) of whoever finished it, as it was then; `nil` where they stood in none.
    public internal(set) var office: String?

    /// The label of the outcome chosen, for people.
    public var outcomeLabel: String? {
        guard let outcome else { return nil }
        return outcomes.first { $0.code == outcome }?.label
    }

    /// Whether it is the officers' own business: a colleague's advice or signature, no step the applicant knows.
    public var isInternal: Bool { act == .advise || addedBy != nil }

    /// Somebody is at it from now on, if nobody was before.
    mutating func begin(at now: Instant) { if takenAt == nil { takenAt = now } }

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
        try requireTurn()
    }

    /// - Throws: `conflict` while others sign first, or while it stands still.
    func requireTurn() throws {
        guard !isParked else { throw DomainError.conflict("还没有轮到「\(name)」，要等加签的人先办。") }
        guard !isSuspended else { throw DomainError.conflict("「\(name)」已挂起，恢复以后才能办理。") }
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
