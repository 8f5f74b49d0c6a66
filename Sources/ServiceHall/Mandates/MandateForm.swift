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

    /// A day that was not understood is none: the rule asks for it.
    ///
    /// - Throws: `invalid` when it ends before it begins.
    func term() throws -> PostTerm {
        try PostTerm(from: CivilDate(iso: text("from")), until: CivilDate(iso: text("until")))
    }
}
