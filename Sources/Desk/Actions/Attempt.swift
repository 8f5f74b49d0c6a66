import Cases
import HTTPTypes
import Refusals
import Web

/// Something that was tried and refused: shown again with what was entered.
struct Attempt: Sendable {
    let action: CaseAction
    /// The task it was about.
    let task: Int64?
    let form: FormData
    let refusal: DomainError

    /// What is wrong with the fields, by the names they have in the rules.
    var errors: [FieldError] {
        if case .invalid(let errors) = refusal { errors } else { [] }
    }

    /// The same under the names they have on the page.
    var namedErrors: [FieldError] { errors.map { FieldError(action.field($0.field), $0.sentence) } }

    /// A refusal that is not about a field.
    var sentence: Sentence? { errors.isEmpty ? refusal.sentence : nil }

    var status: HTTPResponse.Status { errors.isEmpty ? .forbidden : .unprocessableContent }
}
