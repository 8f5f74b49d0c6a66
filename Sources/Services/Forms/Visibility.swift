import DecisionModel
import Foundation

extension ServiceItem {
    /// Whether the question is asked, given the other answers.
    public func isVisible(_ field: FormField, in form: FormAnswers) -> Bool {
        field.isVisible(given: facts(of: form))
    }

    /// The answers as FEEL variables; an unanswered question is `null`, so that an expression can name it.
    func facts(of form: FormAnswers) -> [String: Value] {
        fields.reduce(into: [:]) { facts, field in
            let answer = try? field.read(form[field.name])
            facts[field.name] = (answer ?? nil)?.feel ?? .null
        }
    }
}

extension FormField {
    /// Whether the question is asked. An expression that cannot be evaluated hides nothing: a question too
    /// many is better than a fact that was never asked for.
    func isVisible(given facts: [String: Value]) -> Bool {
        guard let visibleWhen else { return true }
        guard let value = try? FEEL.evaluate(visibleWhen, facts) else { return true }
        return value == .bool(true)
    }
}

extension FormValue {
    /// The answer as FEEL knows it.
    var feel: Value {
        switch self {
        case .string(let text): .string(text)
        case .number(let number): .number(number)
        case .bool(let flag): .bool(flag)
        case .list(let picks): .list(picks.map { .string($0) })
        case .table(let rows): .list(rows.map { .context($0.mapValues(\.feel)) })
        }
    }
}
