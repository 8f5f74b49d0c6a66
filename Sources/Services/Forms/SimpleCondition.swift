import DecisionModel

/// The condition most questions need: “only when this question has that answer”. It is written as FEEL, and read from
/// FEEL when somebody chose no more than that.
public struct SimpleCondition: Sendable, Hashable {
    /// The name of the question it looks at.
    public var name: String
    /// The answer it waits for: an option, `true`, `false`, or a number.
    public var answer: String

    /// A condition.
    public init(name: String, answer: String) {
        self.name = name
        self.answer = answer
    }

    /// The condition that a FEEL expression says, or nil when it says something else.
    public init?(_ expression: String, of fields: [FormField]) {
        let all = fields.flatMap { field in
            Self.answers(to: field).map { (field, Self(name: field.name, answer: $0)) }
        }
        guard let found = all.first(where: { $1.feel(of: $0) == expression }) else { return nil }
        self = found.1
    }

    /// The expression, for a form with these questions; nil when the question has no such answer.
    public func feel(in fields: [FormField]) -> String? {
        guard let field = fields.first(where: { $0.name == name }), Self.answers(to: field).contains(answer)
        else { return nil }
        return feel(of: field)
    }

    /// The answers a condition can wait for: those that are picked.
    public static func answers(to field: FormField) -> [String] {
        switch field.kind {
        case .boolean: ["true", "false"]
        case .choice, .choices: field.options.map(\.value)
        default: []
        }
    }

    private func feel(of field: FormField) -> String {
        switch field.kind {
        case .boolean: "\(name) = \(answer)"
        case .choices: "list contains(\(name), \"\(answer)\")"
        default: "\(name) = \"\(answer)\""
        }
    }

    /// The condition as JSON Schema says it of the whole form.
    func schema(of fields: [FormField]) -> Value? {
        guard let field = fields.first(where: { $0.name == name }) else { return nil }
        let test: Value =
            switch field.kind {
            case .boolean: ["const": .bool(answer == "true")]
            case .choices: ["contains": ["const": .string(answer)]]
            default: ["const": .string(answer)]
            }
        return ["properties": .context([name: test]), "required": [.string(name)]]
    }
}
