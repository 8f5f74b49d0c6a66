import DecisionModel
import Refusals

/// The answers of a whole form or of one page, by the names of the questions.
public typealias FormAnswers = [String: FormValue]

/// A form that has been read: the answers in their stored form, and what is wrong with the others.
public struct FormReading: Sendable, Hashable {
    /// The answers that can be stored; those to questions that are not asked are left out.
    public internal(set) var answers: FormAnswers = [:]
    /// What is wrong, in the order of the questions.
    public internal(set) var errors: [FieldError] = []
}

extension ServiceItem {
    /// Reads the whole form; answers to questions the item does not have are refused.
    ///
    /// - Parameter signatories: who may sign it, by name; nil where that is not known, and any name is taken.
    public func read(_ form: FormAnswers, signedBy signatories: Set<String>? = nil) -> FormReading {
        var reading = FormReader(self, form, signatories, isWhole: true).read(fields)
        let known = Set(fields.map(\.name))
        for stranger in form.keys.sorted() where !known.contains(stranger) {
            let name = String(stranger.prefix(40))
            reading.errors.append(FieldError("form.\(name)", "这个事项的表单里没有“\(name)”这一项。"))
        }
        return reading
    }

    /// Reads one page; the other pages' answers decide only which questions are asked, and what is worked out.
    public func read(
        _ page: FormPage, of form: FormAnswers, signedBy signatories: Set<String>? = nil
    ) -> FormReading {
        FormReader(self, form, signatories, isWhole: false).read(page.fields)
    }

    /// What is wrong with the form, in the order of its questions; empty when it can be handed in.
    public func check(_ form: FormAnswers, signedBy signatories: Set<String>? = nil) -> [FieldError] {
        read(form, signedBy: signatories).errors
    }

    /// What is wrong with one page.
    public func check(_ page: FormPage, of form: FormAnswers) -> [FieldError] { read(page, of: form).errors }
}

/// Reads questions one after another against all that the form says.
private struct FormReader {
    let form: FormAnswers
    let survey: FormSurvey
    let signatories: Set<String>?
    /// Whether every page has been sent, so that nothing may be left to be worked out later.
    let isWhole: Bool

    init(_ item: ServiceItem, _ form: FormAnswers, _ signatories: Set<String>?, isWhole: Bool) {
        self.form = form
        self.signatories = signatories
        self.isWhole = isWhole
        survey = FormSurvey(item.fields, form)
    }

    func read(_ asked: [FormField]) -> FormReading {
        asked.reduce(into: FormReading()) { reading, field in
            guard survey.shown.contains(field.name) else { return }
            do throws(FieldError) {
                reading.answers[field.name] = try answer(to: field)
            } catch {
                reading.errors.append(error)
            }
        }
    }

    private func answer(to field: FormField) throws(FieldError) -> FormValue? {
        let answer = field.calculated == nil ? try field.read(form[field.name]) : try worked(out: field)
        guard let answer else { return nil }
        if field.kind == .signature, let signatories, let name = answer.text, !signatories.contains(name) {
            throw field.refusal("\(field.label)应与申请人或者经办人的姓名完全一致。")
        }
        for rule in field.rules where (try? FEEL.evaluate(rule.holds, survey.facts)) == .bool(false) {
            throw field.refusal("\(rule.otherwise)")
        }
        return answer
    }

    /// What is worked out is never taken from the sender.
    private func worked(out field: FormField) throws(FieldError) -> FormValue? {
        guard let answer = survey.calculated[field.name] else {
            guard field.required, isWhole else { return nil }
            throw field.refusal("\(field.label)由系统计算，请先填好它所依据的问题。")
        }
        return try field.read(answer)
    }
}
