import Foundation
import Identity
import Refusals
import Web
import WorkingTime

/// What is entered to authorise somebody.
struct MandateForm {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What stands in the form at first: from today, for a year.
    static func new(on day: CivilDate) -> MandateForm {
        MandateForm(
            FormData([("from", day.iso), ("until", day.adding(days: 365).iso), ("scope", "services")]))
    }

    var name: String { text("name").trimmingCharacters(in: .whitespaces) }
    var identity: String { text("identity").trimmingCharacters(in: .whitespaces).uppercased() }
    var services: [String] { form.all("services") }

    func text(_ name: String) -> String { form[name] ?? "" }

    var scope: Mandate.Scope { text("scope") == "everything" ? .everything : .services(Set(services)) }

    /// - Throws: `invalid` at the field.
    func term() throws -> PostTerm {
        guard let from = CivilDate(iso: text("from")) else {
            throw DomainError.invalid("from", "请写明从哪一天开始，例如 2026-12-01。")
        }
        guard let until = CivilDate(iso: text("until")) else {
            throw DomainError.invalid("until", "请写明授权的截止日期，例如 2027-11-30。")
        }
        return try PostTerm(from: from, until: until)
    }
}
