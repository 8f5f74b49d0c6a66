import Cases
import Refusals

/// What an applicant has been asked for, by organ, and which uploads answer it.
struct EvidenceDemand: Hashable {
    /// One thing that is missing.
    struct Item: Hashable {
        /// Id of the material to be uploaded; `nil` when words are asked for.
        let requirement: String?
        let words: String
    }

    /// What one organ found missing.
    struct Group: Hashable {
        let organ: String
        let items: [Item]
    }

    let groups: [Group]
    /// Materials of the plan nobody asked for, which may be brought all the same.
    let others: [MaterialRequirement]

    /// - Returns: `nil` when the matter waits for nothing.
    init?(_ view: CaseView) {
        let subject = view.subject
        guard subject.openTasks.contains(where: { $0.act == .supply }), let request = subject.evidenceRequest
        else { return nil }
        let names = Dictionary(
            ([subject] + view.children).map { ($0.plan.organ, $0.plan.organName) }, uniquingKeysWith: { $1 })
        self.init(request.items, organNames: names, plan: subject.plan.materials)
    }

    init(_ items: [EvidenceRequest.Item], organNames: [String: String], plan: [MaterialRequirement]) {
        var organs: [String] = []
        for item in items where !organs.contains(item.organ) { organs.append(item.organ) }
        groups = organs.map { organ in
            Group(
                organ: organNames[organ] ?? "综合窗口",
                items: items.filter { $0.organ == organ }.map {
                    Item(requirement: $0.requirement, words: $0.words)
                })
        }
        let asked = Set(items.compactMap(\.requirement))
        others = plan.filter { !asked.contains($0.id) }
    }

    /// The materials asked for, each once, whoever asked.
    var requirements: [Item] {
        var seen: Set<String> = []
        return groups.flatMap(\.items).filter { $0.requirement.map { seen.insert($0).inserted } ?? false }
    }

    /// What is still missing of it. Words may stand for a material that cannot be had.
    func errors(brought: Set<String>, note: String) -> [FieldError] {
        guard note.allSatisfy(\.isWhitespace) else { return [] }
        return requirements.compactMap { item in
            guard let id = item.requirement, !brought.contains(id) else { return nil }
            return FieldError(EvidenceUpload.fieldName(id), "请上传「\(item.words)」，或在情况说明里写明为什么不能提供。")
        }
    }
}
