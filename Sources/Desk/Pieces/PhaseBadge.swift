import Cases
import Web
import WorkingTime

/// Where a case stands, in one word and a colour.
public struct PhaseBadge: Sendable {
    private let phase: Phase
    private let outcome: CaseResult.Outcome?
    private let isPaused: Bool

    /// The badge of a case.
    public init(_ subject: Case) {
        self.init(phase: subject.phase, outcome: subject.result?.outcome, isPaused: subject.isPaused)
    }

    /// The badge of a line in a list.
    public init(_ summary: CaseSummary) {
        self.init(phase: summary.phase, outcome: summary.outcome)
    }

    /// The badge of a phase with what was decided.
    public init(phase: Phase, outcome: CaseResult.Outcome?, isPaused: Bool = false) {
        self.phase = phase
        self.outcome = outcome
        self.isPaused = isPaused
    }

    /// The badge.
    public var html: HTML { StatusBadge(words, tone).html }

    /// The words alone: `办理中`, `准予，待送达`, `不予许可`.
    public var words: String {
        switch phase {
        case .accepted where isPaused: "暂停计时"
        case .decided: "\(outcome?.chinese ?? "已决定")，待送达"
        case .closed: outcome.map { "已办结，\($0.chinese)" } ?? phase.chinese
        case .submitted, .supplementing, .accepted, .refused, .withdrawn: phase.chinese
        }
    }

    private var tone: StatusBadge.Tone {
        switch phase {
        case .submitted: .active
        case .supplementing: .near
        case .accepted: isPaused ? .waiting : .active
        case .decided, .closed: outcome?.tone ?? .done
        case .refused: .late
        case .withdrawn: .waiting
        }
    }
}

extension CaseResult.Outcome {
    fileprivate var tone: StatusBadge.Tone {
        switch self {
        case .denied, .refused: .late
        case .partial: .near
        case .withdrawn, .terminated: .waiting
        case .granted, .answered: .done
        }
    }
}
