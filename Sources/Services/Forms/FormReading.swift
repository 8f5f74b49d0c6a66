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
    public func read(_ form: FormAnswers) -> FormReading {
        var reading = read(fields, of: form)
        let known = Set(fields.map(\.name))
        for stranger in form.keys.sorted() where !known.contains(stranger) {
            let name = String(stranger.prefix(40))
            reading.errors.append(FieldError("form.\(name)", "这个事项的表单里没有“\(name)”这一项。"))
        }
        return reading
    }

    /// Reads one page; the other pages' answers decide only which questions are asked.
    public func read(_ page: FormPage, of form: FormAnswers) -> FormReading {
        read(page.fields, of: form)
    }

    /// What is wrong with the form, in the order of its questions; empty when it can be handed in.
    public func check(_ form: FormAnswers) -> [FieldError] { read(form).errors }

    /// What is wrong with one page.
    public func check(_ page: FormPage, of form: FormAnswers) -> [FieldError] { read(page, of: form).errors }

    private func read(_ asked: [FormField], of form: FormAnswers) -> FormReading {
        let facts = facts(of: form)
        return asked.reduce(into: FormReading()) { reading, field in
            guard field.isVisible(given: facts) else { return }
            do throws(FieldError) {
                reading.answers[field.name] = try field.read(form[field.name])
            } catch {
                reading.errors.append(error)
            }
        }
    }
}
