import Cases
import Refusals

import enum BusinessProcess.SigningOrder
import enum DecisionModel.Value

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

/// Why a case goes back to an earlier step.
struct ReturnInput: Codable, Sendable {
    /// The step, by the element of its task; absent: the one before, where the process is in sequence.
    let to: String?
    let reason: String
}

/// Why something is done.
struct ReasonInput: Codable, Sendable {
    let reason: String
}

/// What somebody wants to say with it.
struct NoteInput: Codable, Sendable {
    let note: String?
}

/// Where a step is taken by order, and why.
struct JumpInput: Codable, Sendable {
    let to: String
    let reason: String
}

/// Who signs a step as well, and when.
struct SignerInput: Codable, Sendable {
    /// Id of a colleague of the same organ, from the task's `colleagues`.
    let colleague: String
    /// `before`, `after` or `parallel`.
    let order: String
    let reason: String

    /// - Throws: `invalid` naming the orders there are.
    var signingOrder: SigningOrder {
        get throws {
            guard let order = SigningOrder(rawValue: order) else {
                let allowed = SigningOrder.allCases.map { "\($0.rawValue)（\($0.chinese)）" }
                throw DomainError.invalid("order", "order 只能是：\(allowed.joined(separator: "、"))。")
            }
            return order
        }
    }
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
