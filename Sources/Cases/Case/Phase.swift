/// The legal phase of a case: what the law would call its state, owned by the case and never by its process.
///
/// Suspension and overdue are not phases: they are computed from the clocks.
public enum Phase: String, Codable, Sendable, CaseIterable {
    /// Received, not yet accepted: completeness is being checked (收件).
    case submitted
    /// The applicant has been asked, once, for what is missing (补正).
    case supplementing
    /// Accepted: the decision clocks run (受理、审查).
    case accepted
    /// Decided, the result not yet delivered (制证、送达).
    case decided
    /// Delivered and finished (办结).
    case closed
    /// Not accepted, with written reasons (不予受理).
    case refused
    /// Taken back by the applicant (撤回申请).
    case withdrawn

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .submitted: "待受理"
        case .supplementing: "待补正"
        case .accepted: "办理中"
        case .decided: "已决定，待送达"
        case .closed: "已办结"
        case .refused: "不予受理"
        case .withdrawn: "已撤回"
        }
    }

    /// Nothing more will be decided in this phase.
    public var isFinal: Bool {
        switch self {
        case .closed, .refused, .withdrawn: true
        case .submitted, .supplementing, .accepted, .decided: false
        }
    }

    /// The organ has not yet accepted: the applicant may still be asked for evidence.
    public var isBeforeAcceptance: Bool { self == .submitted || self == .supplementing }
}
