import Cases
import WorkingTime

/// What the case of an order says of its course. A step that was cancelled with the rest, when the order was struck off, is
/// no report: who has done nothing is not said to have done it.
struct OrderCourse: Sendable {
    /// How far an organ has come with its part.
    enum Standing: Sendable, Hashable {
        case waiting, reported
        /// It ended before the organ reported.
        case silent
    }

    /// What supervision found (审核), and why.
    struct Verdict: Sendable, Hashable {
        /// `close` or `return`.
        let outcome: String
        let label: String
        let name: String
        let opinion: String
        let at: Instant

        var isReturn: Bool { outcome == OrderPlan.returned }
    }

    private static let mostVerdicts = 100

    private let subject: Case

    /// - Parameter subject: the case of the order.
    init(_ subject: Case) { self.subject = subject }

    /// Those that stand, the newest first.
    var verdicts: [Verdict] {
        verifications.suffix(Self.mostVerdicts).reversed().compactMap { task in
            guard let outcome = task.outcome, let at = task.completedAt else { return nil }
            return Verdict(
                outcome: outcome, label: task.outcomeLabel ?? outcome, name: task.completedBy?.name ?? "",
                opinion: task.opinion ?? "", at: at)
        }
    }

    /// How far the organ that was asked has come since the order was last returned, or those that took its part up.
    func standing(of organ: String, or heirs: Set<String>) -> Standing {
        let steps = asked
        let own = steps.filter { $0.organ == organ }
        let tasks = own.isEmpty ? steps.filter { heirs.contains($0.organ) } : own
        if tasks.contains(where: { $0.state == .open }) { return .waiting }
        return tasks.contains { $0.state == .completed } ? .reported : .silent
    }

    /// The steps in which organs report, of the last round: without who signs as well, and what was taken back.
    private var asked: [CaseTask] {
        let start = returned?.id ?? 0
        return subject.tasks.filter {
            $0.element == OrderPlan.report && $0.id > start && !$0.isInternal && !subject.isUndone($0)
        }
    }

    private var returned: CaseTask? {
        verifications.last { $0.outcome == OrderPlan.returned }
    }

    /// What supervision found, as far as it stands.
    private var verifications: [CaseTask] {
        subject.tasks.filter {
            $0.element == OrderPlan.verify && $0.state == .completed && !$0.isInternal
                && !subject.isUndone($0)
        }
    }
}
