import Refusals
import Services
import Web

/// What was sent for one page of questions: what was typed, and the files that came along.
struct PageEntry: Sendable {
    let form: FormData
    /// The uploads, by the name of the question they answer.
    var uploads: FormAnswers = [:]
    /// What is wrong with other uploads.
    var errors: [FieldError] = []

    /// The row that a button adds or removes.
    var rowChange: RowChange? { form[Field.rowButtonName].flatMap(RowChange.init) }

    /// The answers to a page's questions. A file that was brought before stays until another one comes.
    func answers(to page: FormPage, before: FormAnswers) -> FormAnswers {
        var answers = page.parse { form.all($0) }
        for field in page.fields where field.kind == .file {
            answers[field.name] = uploads[field.name] ?? before[field.name]
        }
        if case .removal(let name, let row) = rowChange,
            let table = page.fields.first(where: { $0.name == name && $0.kind == .table })
        {
            answers[name] = table.parseRows({ form.all($0) }, without: row)
        }
        return answers
    }
}

/// What a button on the page changes of it: a row more or less of a repeating group, the next list of a region.
enum RowChange: Sendable, Hashable {
    /// One more row of the question with this name.
    case addition(String)
    /// The question, and the number of the row on the page, from 0.
    case removal(String, row: Int)
    /// The list of the next level of a region.
    case level(String)

    /// Reads what the button sent: `more:form.partners`, `less:form.partners.2`.
    init?(_ text: String) {
        if let match = text.wholeMatch(of: /more:form\.([a-z0-9_]+)/) {
            self = .addition(String(match.1))
        } else if let match = text.wholeMatch(of: /less:form\.([a-z0-9_]+)\.([0-9]{1,3})/) {
            self = .removal(String(match.1), row: Int(match.2) ?? 0)
        } else if let match = text.wholeMatch(of: /next:form\.([a-z0-9_]+)/) {
            self = .level(String(match.1))
        } else {
            return nil
        }
    }

    /// The question that gets a row.
    var growing: String? {
        guard case .addition(let name) = self else { return nil }
        return name
    }
}
