import Refusals
import Services

/// Answers that a licence filled in which no longer says so: it was revoked, suspended or replaced meanwhile. They are
/// asked again, and who keeps one by saving its page stands for it.
struct StaleAnswers: Sendable {
    /// None: nothing was filled in from a licence, or all of it still holds.
    static let none = StaleAnswers(names: [])

    private let names: Set<String>

    private init(names: Set<String>) { self.names = names }

    /// - Parameter facts: what the applicant's licences in force say today.
    init(of draft: Draft, for item: ServiceItem, _ facts: LicenceFacts) {
        names = Set(
            item.fields.filter { field in
                guard let licence = field.licence, let known = draft.known[field.name],
                    draft.form[field.name] == known
                else { return false }
                return facts.value(of: licence).flatMap(field.known) != known
            }.map(\.name))
    }

    var isEmpty: Bool { names.isEmpty }

    func contains(_ field: FormField) -> Bool { names.contains(field.name) }

    /// Those that a page asks.
    func names(on page: FormPage) -> [String] { page.fields.map(\.name).filter(names.contains) }

    /// What stands at each question.
    func errors(among fields: [FormField]) -> [FieldError] {
        fields.filter(contains).map { field in
            FieldError(
                field.inputName,
                "“\(field.label)”是从您的\(field.licence?.chinese ?? "电子证照")填入的，证照现在已经失效或者内容变了，请核对，改好或者确认后保存这一页。")
        }
    }
}
