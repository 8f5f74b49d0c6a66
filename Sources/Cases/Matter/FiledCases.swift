import Codes
import WorkingTime

extension Filing {
    func root(
        _ number: CaseNumber, record: FilingRecord, versions: [String: Int], on occasion: Occasion
    ) -> Case {
        Case(
            id: occasion.newID(), number: number, parentID: nil, position: 0, plan: plan,
            applicant: applicant, filing: record, parts: plan.parts(street: street), form: form,
            queryCode: occasion.newCode(), phase: .submitted, processVersion: versions[plan.process] ?? 0)
    }

    func child(
        _ childPlan: CasePlan, number: CaseNumber, place: Int, of root: Case, versions: [String: Int],
        on occasion: Occasion
    ) -> Case {
        var child = Case(
            id: occasion.newID(), number: number, parentID: root.id, position: place + 1, plan: childPlan,
            applicant: applicant, filing: root.filing, parts: childPlan.parts(street: street),
            form: childForms.indices.contains(place) ? childForms[place] : form,
            queryCode: root.queryCode, phase: .submitted, processVersion: versions[childPlan.process] ?? 0)
        if childDrawings.indices.contains(place) { child.materials = childDrawings[place] }
        return child
    }
}

extension CasePlan {
    /// Whether a process means a part of the case by this word, which every case fills with an organ of its own.
    public static func isPart(_ word: String) -> Bool {
        ["lead", "hall", "street"].contains(word) || word.wholeMatch(of: /co[1-9][0-9]?/) != nil
    }

    /// Who plays which part in the process: `lead`, `hall`, `street`, `co1`, `co2` …, and who stands in the place of an
    /// organ that the drawing names and that is gone.
    func parts(street: String?) -> [String: String] {
        var parts = successors ?? [:]
        (parts["lead"], parts["hall"]) = (organ, hall)
        parts["street"] = street
        for (index, organ) in coOrgans.enumerated() { parts["co\(index + 1)"] = organ }
        return parts
    }
}
