import Refusals
import Web
import WorkingTime

/// One target as it is entered in a form.
struct TargetEntry {
    /// The choice for targets that are measured by evidence.
    static let evidence = "evidence"

    let form: FormData
    let year: Int
    /// Who may answer for it: id, name and post.
    let members: [(id: Int64, name: String, post: String)]
    let figures: Set<String>
    let newID: () -> Int64

    /// - Throws: `invalid` with everything that is wrong.
    func target() throws -> Target {
        let member = members.first { $0.id == form["person"].flatMap(Int64.init) }
        let target = Target(
            key: newID(), title: form["title"] ?? "", measure: measure,
            weight: Int(form["weight"] ?? "") ?? 0, accountID: member?.id ?? 0, person: member?.name ?? "",
            post: member?.post ?? "", milestones: milestones)
        let errors = target.errors(year: year, figures: figures)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return target
    }

    private var measure: Target.Measure {
        guard let figure = form["figure"], figure != Self.evidence else { return .evidence }
        let whole = form["of"].flatMap { $0.isEmpty ? nil : $0 }
        return .figure(
            figure, of: whole, atLeast: form["direction"] != "most", wanted: Int(form["wanted"] ?? "") ?? -1)
    }

    /// A line for each: `名称｜2026-12-20`. A day that is none makes the rule refuse it.
    private var milestones: [Target.Milestone] {
        (form["milestones"] ?? "").split(whereSeparator: \.isNewline).map { line in
            let parts = line.split(whereSeparator: { $0 == "｜" || $0 == "|" })
            func part(_ place: Int) -> String {
                parts.indices.contains(place)
                    ? String(parts[place].drop(while: \.isWhitespace).prefix { !$0.isNewline }) : ""
            }
            let day = part(1).filter { !$0.isWhitespace }
            let name = String(part(0).reversed().drop(while: \.isWhitespace).reversed())
            return Target.Milestone(key: newID(), name: name, dueOn: CivilDate(iso: day) ?? .first)
        }
    }
}
