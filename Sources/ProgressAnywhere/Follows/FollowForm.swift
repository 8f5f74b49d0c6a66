import Foundation
import Web
import WorkingTime

/// What is entered to let somebody follow.
struct FollowForm: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What stands in the form at first: half a year, one matter when one comes from its page.
    static func new(on day: CivilDate, number: String?) -> FollowForm {
        FollowForm(
            FormData([
                ("until", day.adding(days: 180).iso), ("scope", number == nil ? "everything" : "matter"),
                ("number", number ?? ""),
            ]))
    }

    var name: String { trimmed("name") }
    var identity: String { trimmed("identity").uppercased() }
    var relation: Follow.Relation? { Follow.Relation(rawValue: text("relation")) }
    var isForOneMatter: Bool { text("scope") == "matter" }
    var number: String { text("number").filter(\.isNumber) }
    var until: CivilDate? { CivilDate(iso: trimmed("until")) }

    func text(_ name: String) -> String { form[name] ?? "" }

    private func trimmed(_ name: String) -> String { text(name).trimmingCharacters(in: .whitespaces) }
}
