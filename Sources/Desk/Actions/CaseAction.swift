/// What can be done from the page of a case. The raw value is the last word of the address.
enum CaseAction: String, CaseIterable, Sendable {
    case completion, claim, release, transfer, consultations
    case sendBack = "return"
    case rejection, withdrawal, delegation
    case handBack = "handback"
    case recall, signers, removal, urgings, standstill, continuation, jump
    case suspensions, resumptions, extensions, termination
    case hearingRight = "hearing-right"
    case hearingNotice = "hearing-notice"
    case hearingParticipants = "hearing-participants"
    case hearingRecord = "hearing-record"
    case hearingClosing = "hearing-closing"
    case corrections

    /// About one task, or about the case.
    var isAboutTask: Bool {
        switch self {
        case .suspensions, .resumptions, .extensions, .termination: false
        case .hearingRight, .hearingNotice, .hearingParticipants, .hearingRecord, .hearingClosing: false
        case .corrections: false
        default: true
        }
    }

    /// The officer goes on with the same task.
    var leavesTaskOpen: Bool {
        [.claim, .release, .consultations, .signers, .urgings, .standstill, .continuation].contains(self)
    }

    /// The journal's word for it.
    var journal: String {
        switch self {
        case .completion: "task.completed"
        case .claim: "task.claimed"
        case .release: "task.released"
        case .transfer: "task.transferred"
        case .consultations: "task.consulted"
        case .sendBack: "task.sent_back"
        case .rejection: "task.rejected"
        case .withdrawal: "task.withdrawn"
        case .delegation: "task.delegated"
        case .handBack: "task.handed_back"
        case .recall: "task.recalled"
        case .signers: "task.signer_added"
        case .removal: "task.signer_removed"
        case .urgings: "task.urged"
        case .standstill: "task.suspended"
        case .continuation: "task.resumed"
        case .jump: "task.jumped"
        case .suspensions: "case.suspended"
        case .resumptions: "case.resumed"
        case .extensions: "case.extended"
        case .termination: "case.terminated"
        case .hearingRight: "hearing.right_told"
        case .hearingNotice: "hearing.scheduled"
        case .hearingParticipants: "hearing.participant_registered"
        case .hearingRecord: "hearing.recorded"
        case .hearingClosing: "hearing.closed"
        case .corrections: "case.paper_corrected"
        }
    }

    /// A field's name in this action's form. Several forms stand on one page, and ids must not meet; the form
    /// of the decision, of which there is one, keeps the plain names.
    func field(_ name: String) -> String { self == .completion ? name : "\(rawValue).\(name)" }
}
