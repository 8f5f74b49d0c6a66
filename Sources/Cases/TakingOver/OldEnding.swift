import Refusals
import WorkingTime

extension OldMatter {
    /// How a case ended in an older system.
    public struct Ending: Sendable, Hashable {
        /// The outcomes that are taken over.
        public static let outcomes: [CaseResult.Outcome] = [
            .granted, .denied, .refused, .withdrawn, .terminated,
        ]

        /// The substance.
        public let outcome: CaseResult.Outcome
        /// Why, where it was not granted.
        public let reason: String?
        /// When it was decided.
        public let decidedAt: Instant
        /// When nothing more was to be done.
        public let closedAt: Instant

        /// An ending.
        public init(outcome: CaseResult.Outcome, reason: String?, decidedAt: Instant, closedAt: Instant) {
            (self.outcome, self.reason) = (outcome, reason)
            (self.decidedAt, self.closedAt) = (decidedAt, closedAt)
        }

        var phase: Phase {
            switch outcome {
            case .refused: .refused
            case .withdrawn: .withdrawn
            default: .closed
            }
        }

        /// Whether the law asks for an acceptance before it (行政许可法 art. 34).
        var needsAcceptance: Bool { outcome == .granted || outcome == .denied }
    }

    /// How the decision was put off in an older system.
    public struct Extension: Sendable, Hashable {
        /// By how much.
        public let limit: TimeLimit
        /// Why.
        public let reason: String
        /// When it was approved.
        public let at: Instant

        /// An extension.
        public init(limit: TimeLimit, reason: String, at: Instant) {
            (self.limit, self.reason, self.at) = (limit, reason, at)
        }
    }

    func requireEnding(at now: Instant) throws {
        guard let ending else { return }
        guard Ending.outcomes.contains(ending.outcome) else {
            throw DomainError.conflict("“\(ending.outcome.chinese)”的办件不能迁入。")
        }
        if ending.needsAcceptance, acceptedAt == nil {
            throw DomainError.conflict("\(ending.outcome.chinese)的办件要写受理时间，请核对。")
        }
        if ending.outcome == .refused, acceptedAt != nil {
            throw DomainError.conflict("不予受理的办件没有受理时间，请核对。")
        }
        if [.denied, .refused, .terminated].contains(ending.outcome), ending.reason == nil {
            throw DomainError.conflict("\(ending.outcome.chinese)的办件要写决定的理由，请核对。")
        }
        guard acceptedAt ?? filedAt <= ending.decidedAt, ending.decidedAt <= ending.closedAt,
            ending.closedAt <= now
        else { throw DomainError.conflict("收件、受理、决定、办结的时间前后矛盾，请核对。") }
    }

    /// Once, with a reason, and by no more than the law of the item allows (行政许可法 art. 42).
    func requireExtensions(at end: Instant) throws {
        guard let first = extensions.first else { return }
        guard extensions.count == 1 else { throw DomainError.conflict("办理时限只能延长一次，请核对。") }
        let plan = filing.plan
        guard let acceptedAt, plan.legalLimit != nil else {
            throw DomainError.conflict("没有受理或者没有法定时限的办件不会延长，请核对。")
        }
        guard acceptedAt <= first.at, first.at <= end else {
            throw DomainError.conflict("延长的时间不在受理和决定之间，请核对。")
        }
        let most = plan.extensionRule.limit
        guard first.limit.value > 0, first.limit.unit != most.unit || first.limit.value <= most.value else {
            throw DomainError.conflict("最多延长 \(most.chinese)（\(plan.extensionRule.basis)），请核对。")
        }
    }
}
