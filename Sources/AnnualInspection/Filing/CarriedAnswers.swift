import Refusals
import Services

/// The answers of the year before, as far as the same organ asks the same question again.
///
/// Questions are known by their organ, words and kind of answer: their names count the lines of a plan, and lines move.
struct CarriedAnswers: Sendable, Hashable {
    /// The year they were given in; nil where there is none.
    let year: Int?
    /// The answers, by the names of this year's questions.
    let answers: FormAnswers

    /// - Parameters:
    ///   - plan: this year's.
    ///   - earlier: the year before, with what was answered then.
    init(for plan: InspectionPlan, from earlier: (plan: InspectionPlan, answers: FormAnswers)?) {
        year = earlier?.plan.year
        guard let earlier else {
            answers = [:]
            return
        }
        answers = plan.parts.reduce(into: [:]) { carried, part in
            let before = earlier.plan.parts.first { $0.organ == part.organ }?.fields ?? []
            for field in part.fields {
                let same = before.first { $0.label == field.label && $0.kind == field.kind }
                guard let same, let answer = earlier.answers[same.name], field.stillTakes(answer) else {
                    continue
                }
                carried[field.name] = answer
            }
        }
    }

    /// What is handed in, checked: every question answered, and every answer of the year before confirmed or changed.
    ///
    /// - Parameters:
    ///   - entered: what was entered, as it stands in the inputs.
    ///   - confirmed: the questions that were marked as unchanged.
    /// - Returns: the answers, and which of them are those of the year before.
    /// - Throws: `invalid` naming each question.
    func checked(
        _ plan: InspectionPlan, _ entered: FormAnswers, confirmed: Set<String>
    ) throws -> (answers: FormAnswers, carried: Set<String>) {
        let reading = plan.form.read(entered)
        let same = Set(answers.keys.filter { reading.answers[$0] == answers[$0] })
        let open = plan.fields.filter { same.contains($0.name) && !confirmed.contains($0.name) }.map {
            FieldError($0.inputName, "“\($0.label)”与去年一样，请勾选确认，或者改成今年的情况。")
        }
        guard reading.errors.isEmpty, open.isEmpty else { throw DomainError.invalid(reading.errors + open) }
        return (reading.answers, same)
    }
}

extension InspectionPlan {
    /// Its questions as a form, so that they are read and checked like all others.
    var form: ServiceItem {
        var item = ServiceItem.blank(slug: "annual-inspection", name: title, organ: lead, position: 0)
        item.pages = parts.map { FormPage(id: $0.organ, title: $0.organ, fields: $0.fields) }
        return item
    }
}

extension FormField {
    /// Whether an earlier answer can still be picked.
    fileprivate func stillTakes(_ answer: FormValue) -> Bool {
        guard !options.isEmpty else { return true }
        let known = Set(options.map(\.value))
        if case .list(let picks) = answer { return known.isSuperset(of: picks) }
        return answer.text.map(known.contains) ?? false
    }
}
