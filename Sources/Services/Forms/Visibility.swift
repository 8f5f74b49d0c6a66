import DecisionModel
import Foundation

extension ServiceItem {
    /// Whether the question is asked, given the other answers.
    public func isVisible(_ field: FormField, in form: FormAnswers) -> Bool {
        FormSurvey(fields, form).shown.contains(field.name)
    }

    /// The questions that are asked, given the answers.
    public func visibleNames(in form: FormAnswers) -> Set<String> { FormSurvey(fields, form).shown }

    /// The answers with those that are worked out, whatever the form says of them.
    public func completed(_ form: FormAnswers) -> FormAnswers {
        let worked = fields.filter { $0.calculated != nil }
        guard !worked.isEmpty else { return form }
        let calculated = FormSurvey(fields, form).calculated
        return worked.reduce(into: form) { $0[$1.name] = calculated[$1.name] }
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
