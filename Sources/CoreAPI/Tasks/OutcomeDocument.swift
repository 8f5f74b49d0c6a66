import Cases
import Web

/// One way to finish a task.
struct OutcomeDocument: Encodable, Sendable {
    let code: String
    let label: String
    let needs_opinion: Bool

    init(_ outcome: TaskOutcome) {
        code = outcome.code
        label = outcome.label
        needs_opinion = outcome.needsOpinion
    }
}

extension OutcomeDocument {
    static let schema = Schema.object([
        .init("code", .text), .init("label", .text), .init("needs_opinion", .boolean),
    ])
}
