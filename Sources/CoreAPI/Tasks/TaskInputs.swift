import Cases
import Refusals

import enum BusinessProcess.Value

/// How somebody finishes a task.
struct CompletionInput: Codable, Sendable {
    let outcome: String
    let opinion: String?
    /// Answers to a form of the step.
    let form: [String: Value]?
    /// Ids of the materials found missing.
    let missing: [String]?

    var finding: Finding { Finding(outcome: outcome, opinion: opinion, missing: missing ?? []) }

    /// No step has a form of its own so far: answers that would be lost are refused instead.
    func check() throws {
        guard (form ?? [:]).isEmpty else {
            throw DomainError.invalid("form", "这一步没有要填写的表单，请把意见写在 opinion 里。")
        }
    }
}

/// Why a case goes back to the step before.
struct ReturnInput: Codable, Sendable {
    let reason: String
}

/// To whom a task is handed, and why.
struct TransferInput: Codable, Sendable {
    /// Id of a colleague of the same organ and post, from the task's `colleagues`.
    let colleague: String
    let reason: String
}

/// What a colleague is asked.
struct ConsultationInput: Codable, Sendable {
    /// Id of a colleague of the same organ, from the task's `colleagues`.
    let colleague: String
    let question: String
}
