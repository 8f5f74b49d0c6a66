import BusinessProcess
import Codes
import DecisionModel
import Foundation
import Journal
import WorkingTime

/// The matter that flows (办件): who asks for what, where it stands, and everything that came of it.
///
/// Its process owns the progression, the case owns the legal phase (docs/adr/0008). Rules that change it
/// are methods of ``Matter``, because a step in one case of a joint service may move the others.
public struct Case: Sendable {
    /// Ours, time-ordered.
    public let id: Int64
    /// The number people know it by (办件编号).
    public let number: CaseNumber
    /// The joint service it is part of.
    public let parentID: Int64?
    /// Place among the children of its parent; 0 for a root.
    public let position: Int
    /// The rules it was begun with; its organs follow when the government is restructured.
    public internal(set) var plan: CasePlan
    /// Who asks.
    public let applicant: Applicant
    /// How it came in.
    public let filing: FilingRecord
    /// Who plays which part in the process: `lead`, `hall`, `street`, `co1` …
    public internal(set) var parts: [String: String]
    /// What was answered, by field name.
    public let form: [String: Value]
    /// Lets anyone who holds the receipt look up progress.
    public let queryCode: String

    /// Where it stands in law.
    public internal(set) var phase: Phase
    /// Where it stands in its process.
    public internal(set) var process: ProcessInstance?
    /// Version of the process definition it runs on.
    public internal(set) var processVersion: Int
    /// The last outcome of each user task, by element id: what gateways ask for.
    public internal(set) var outcomes: [String: String] = [:]
    /// Its steps, in the order they came up.
    public internal(set) var tasks: [CaseTask] = []
    /// Its limits.
    public internal(set) var clocks: [CaseClock] = []
    /// Timers that wait.
    public internal(set) var timers: [CaseTimer] = []
    /// What the system could not do and is to be tried again.
    public internal(set) var incidents: [CaseIncident] = []
    /// Messages between the cases of the matter that nobody waited for yet, oldest first; kept by the root.
    public internal(set) var heldMessages: [String] = []
    /// What was brought.
    public internal(set) var materials: [FiledMaterial] = []
    /// What was asked for, once.
    public internal(set) var evidenceRequest: EvidenceRequest?
    /// What was accepted without and is to come (容缺受理); kept by the root.
    public internal(set) var deferral: Deferral?
    /// What the applicant has promised instead of proving it (告知承诺).
    public internal(set) var commitment: Commitment?
    /// The hearing about it (听证).
    public internal(set) var hearing: Hearing?
    /// The answer as it was drafted, before and after it is signed.
    public internal(set) var draft: AnswerDraft?
    /// What was issued.
    public internal(set) var documents: [IssuedDocument] = []
    /// How it ended.
    public internal(set) var result: CaseResult?
    /// What the applicant thought of it.
    public internal(set) var rating: Rating?
    /// From when it counts as accepted.
    public internal(set) var acceptedAt: Instant?
    /// When nothing more was to be done.
    public internal(set) var closedAt: Instant?
    /// When the applicant last urged the organs; kept at the root.
    public internal(set) var urgedAt: Instant?

    /// Begun by one of several items of a joint service.
    public var isChild: Bool { parentID != nil }

    /// Whether this account is the one that applied, for itself or for an enterprise, or acts for the person who did.
    public func isOwn(of actor: Actor) -> Bool {
        actor.accountID == applicant.accountID || isRepresented(by: actor)
    }

    /// Whether this account acts for the person who applied (代亲友办事、监护).
    public func isRepresented(by actor: Actor) -> Bool {
        guard actor.accountID != applicant.accountID, let person = applicant.personID else { return false }
        return actor.represents?.contains(person) ?? false
    }

    /// Whether this person acts as the applicant: in person, or as a clerk of the hall or of the street office,
    /// for someone whose application came in over the counter.
    public func isApplicant(_ actor: Actor) -> Bool {
        let counters = [plan.hall, parts["street"]].compactMap(\.self)
        let atTheCounter =
            FilingRecord.assisted.contains(filing.channel) && actor.organ.map(counters.contains) == true
            && actor.roles.contains("clerk")
        return isOwn(of: actor) || atTheCounter
    }

    /// The tasks that wait for somebody now.
    public var openTasks: [CaseTask] { tasks.filter { $0.state == .open && !$0.isParked } }

    /// The tasks whose turn comes when others have signed.
    public var parkedTasks: [CaseTask] { tasks.filter { $0.state == .open && $0.isParked } }

    /// The clock of this name that was started last.
    public func clock(_ name: CaseClock.Name) -> CaseClock? { clocks.last { $0.name == name } }

    /// The clock that now decides how urgent the case is, if any.
    public var governingClock: CaseClock? {
        let names: [CaseClock.Name] =
            switch phase {
            case .submitted: [.acceptance]
            case .accepted: [.promised, .legal]
            case .decided: [.delivery]
            case .supplementing, .closed, .refused, .withdrawn: []
            }
        return names.lazy.compactMap { clock($0) }.first { $0.stoppedAt == nil && $0.limit != nil }
    }

    /// The decision clocks are stopped for a lawful reason.
    public var isPaused: Bool { clocks.contains { $0.isPaused } }
}

/// How the case came in.
public struct FilingRecord: Codable, Sendable, Hashable {
    /// The channel of a filing at the counter, on behalf of someone.
    public static let counter = "counter"
    /// The channel of a filing at a machine in a public hall, by the applicant.
    public static let kiosk = "kiosk"
    /// The channel of a case that was under way in an older system and was taken over (旧系统迁入).
    public static let takenOver = "takeover"

    /// Account that filed it: the applicant's own, or a clerk's on their behalf.
    public let accountID: Int64
    /// The name it was filed under.
    public let filedBy: String
    /// `page`, `api`, ``counter``, ``kiosk`` or ``takenOver``.
    public let channel: String
    /// When it came in.
    public let filedAt: Instant
    /// From when it counts as received, where the law says so by the way it came in; `nil`: from a confirmation.
    public internal(set) var receivedAt: Instant?
    /// The number it had in the system it was taken over from; `nil` for a case that began here.
    public internal(set) var reference: String?
    /// How the applicant said yes to what was filed for them at the counter; `nil` where that is not on record.
    public internal(set) var confirmation: FilingConfirmation?
}
