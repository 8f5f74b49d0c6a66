import Cases
import Codes
import Identity
import Web
import WorkingTime

/// What a change of a task answers: the task as it is now, with the state of its case.
struct TaskAnswer: Encodable, Sendable {
    let task: TaskDocument
    let caseState: String

    private enum CodingKeys: String, CodingKey { case caseState = "case_state" }

    /// - Returns: nil when the task is not in this matter.
    init?(_ id: Int64, in matter: Matter, seenBy viewer: Viewer, at now: Instant) {
        for subject in matter.cases {
            guard let task = subject.tasks.first(where: { $0.id == id }) else { continue }
            self.task = TaskDocument(
                task, applicant: subject.applicant.name,
                in: .init(
                    number: subject.number.text, service: subject.plan.name,
                    parentService: subject.isChild ? matter.root.plan.name : nil, isPaused: subject.isPaused,
                    now: now, sight: Sight(isStaff: viewer.isStaff, isWhole: true)))
            caseState = subject.phase.rawValue
            return
        }
        return nil
    }

    /// The members of the task and one more, in one object.
    func encode(to encoder: any Encoder) throws {
        try task.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(caseState, forKey: .caseState)
    }

    static let schema = Schema.object(
        TaskDocument.members + [
            .init("case_state", .oneOf(Phase.allCases.map(\.rawValue)), "办件现在的状态")
        ])
}
