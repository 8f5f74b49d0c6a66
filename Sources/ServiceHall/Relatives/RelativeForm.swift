import Foundation
import Identity
import Refusals
import Web
import WorkingTime

/// What is entered to act for somebody, at home or at the counter.
struct RelativeForm: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What stands in the form at first: from today, for a year, everything.
    static func new(on day: CivilDate) -> RelativeForm {
        RelativeForm(
            FormData([("from", day.iso), ("until", day.adding(days: 364).iso), ("scope", "everything")]))
    }

    var services: [String] { form.all("services") }
    var relation: PersonalMandate.Relation? { PersonalMandate.Relation(rawValue: text("relation")) }
    var basis: PersonalMandate.Basis? { PersonalMandate.Basis(rawValue: text("basis")) }
    var scope: Mandate.Scope { text("scope") == "services" ? .services(Set(services)) : .everything }

    func text(_ name: String) -> String { form[name] ?? "" }
    func trimmed(_ name: String) -> String { text(name).trimmingCharacters(in: .whitespaces) }
    func number(_ name: String) -> String { trimmed(name).uppercased() }

    /// A day that was not understood is none: the rule asks for it.
    ///
    /// - Throws: `invalid` when it ends before it begins.
    func term() throws -> PostTerm {
        try PostTerm(from: CivilDate(iso: trimmed("from")), until: CivilDate(iso: trimmed("until")))
    }

    func counterEntry() -> PersonalMandates.CounterEntry {
        PersonalMandates.CounterEntry(
            principal: (trimmed("name"), number("identity")),
            agent: (trimmed("agent_name"), number("agent_identity")), relation: relation, basis: basis,
            term: try term(), evidence: trimmed("evidence"))
    }

    /// A field of this form with what was entered and what is wrong.
    func field(
        _ name: String, _ label: String, _ kind: Field.Kind, _ errors: [FieldError], hint: String? = nil,
        isRequired: Bool = true, options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: text(name), options: options,
            error: errors[name], autocomplete: "off")
    }
}

extension PersonalMandate.Relation {
    static var options: [Field.Option] { allCases.map { .init($0.rawValue, $0.chinese) } }
}
