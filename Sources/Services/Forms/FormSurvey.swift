import DecisionModel
import Foundation

/// What a form says so far: which questions are asked, what was answered, and what follows from it.
struct FormSurvey {
    /// The answers as FEEL variables; an open question, and one that is not asked, is `null`.
    private(set) var facts: [String: Value] = [:]
    /// The questions that are asked.
    private(set) var shown: Set<String> = []
    /// The answers that were worked out.
    private(set) var calculated: FormAnswers = [:]

    /// Goes through the questions so that each comes after those it depends on.
    init(_ fields: [FormField], _ form: FormAnswers) {
        for field in fields { facts[field.name] = .null }
        for field in FormDependencies(fields).inOrder {
            guard field.isVisible(given: facts) else { continue }
            shown.insert(field.name)
            let answer = field.calculated == nil ? Self.entered(form[field.name], field) : worked(out: field)
            facts[field.name] = answer?.feel ?? .null
        }
    }

    private static func entered(_ answer: FormValue?, _ field: FormField) -> FormValue? {
        (try? field.read(answer)) ?? nil
    }

    private mutating func worked(out field: FormField) -> FormValue? {
        guard let expression = field.calculated, let value = try? FEEL.evaluate(expression, facts) else {
            return nil
        }
        calculated[field.name] = field.answer(workedOut: value)
        return calculated[field.name]
    }
}

extension FormField {
    /// What was worked out, as an answer to this question: an amount in whole 分.
    fileprivate func answer(workedOut value: Value) -> FormValue? {
        switch (kind, value) {
        case (.boolean, .bool(let flag)): .bool(flag)
        case (.money, .number(let number)): .number(number.rounded(to: 2))
        case (.integer, .number(let number)), (.number, .number(let number)): .number(number.rounded(to: 6))
        case (.text, .string(let text)), (.date, .string(let text)): text.isEmpty ? nil : .string(text)
        case (.text, .number(let number)): .string("\(number)")
        default: nil
        }
    }
}

extension Decimal {
    /// Half away from zero, as amounts are rounded (四舍五入).
    fileprivate func rounded(to places: Int) -> Decimal {
        var (rounded, number) = (Decimal(), self)
        NSDecimalRound(&rounded, &number, places, .plain)
        return rounded
    }
}
