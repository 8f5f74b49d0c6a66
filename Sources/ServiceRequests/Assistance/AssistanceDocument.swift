import Cases
import Codes
import Government
import Web
import WorkingTime

/// Who answers a request, and what others were asked about it, as programs see it.
struct AssistanceDocument: Encodable, Sendable {
    let number: String
    let organ: String
    let assistance: [Asked]

    /// One organ that was asked.
    struct Asked: Encodable, Sendable {
        let task: String
        let organ: String
        let organ_name: String
        let question: String
        let state: String
        let asked_at: String
        let due_at: String?
        let overdue: Bool
        let opinion: String?
        let given_at: String?
        let given_by: String?
    }

    /// - Parameter names: of the organs that were asked; nil where none was.
    init(_ subject: Case, names: OrganNameHistory?, now: Instant) {
        number = subject.number.text
        organ = subject.plan.organ
        assistance = subject.assistance.map { task in
            Asked(
                task: String(task.id), organ: task.organ,
                organ_name: names?.name(of: task.organ) ?? task.organ,
                question: task.question ?? "", state: AssistanceState(task, in: subject).rawValue,
                asked_at: task.openedAt.rfc3339, due_at: task.dueAt?.rfc3339,
                overdue: AssistanceState.isLate(task, in: subject, at: now), opinion: task.opinion,
                given_at: task.completedAt?.rfc3339, given_by: task.completedBy?.name)
        }
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("organ", .text, "承办单位的代号"),
        .init(
            "assistance",
            .list(
                .object([
                    .init("task", .text, "会办单位的任务，用 completeTask 提出意见"), .init("organ", .text),
                    .init("organ_name", .text), .init("question", .text),
                    .init(
                        "state", .oneOf(AssistanceState.allCases.map(\.rawValue)),
                        "asked：等待意见；given：已经提出；missing：答复时没有提出；dropped：承办单位退回，不再会办"),
                    .init("asked_at", .formatted("date-time")),
                    .init("due_at", .formatted("date-time"), optional: true), .init("overdue", .boolean),
                    .init("opinion", .text, optional: true),
                    .init("given_at", .formatted("date-time"), optional: true),
                    .init("given_by", .text, optional: true),
                ]))),
    ])
}

struct AskingInput: Codable, Sendable {
    let organs: [String]
    let question: String
}

struct AssignmentInput: Codable, Sendable {
    let organ: String
    let final: Bool?
    let assisting: [String]?
    let question: String?
    let report_by: String?

    var help: AssistanceForm { AssistanceForm(organs: assisting ?? [], question: question ?? "") }
}
