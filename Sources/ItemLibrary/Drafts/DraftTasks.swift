import Services
import Web

/// What is left to do in a draft, group by group.
struct DraftTasks {
    let draft: ItemDraft
    let findings: [ItemFinding]

    private var id: String { String(draft.id) }

    var html: HTML {
        let completeness = Completeness(of: draft.item)
        let tasks = ItemGroup.all(of: draft.item).map { task($0, missing: completeness.missing) }
        return Card(
            "分组填写",
            """
            <p>实施清单要素 \(completeness.words)。\(completeness.missing.isEmpty ? "要素齐全。" : "缺少的要素不影响提交，办事的人会少知道一些。")</p>
            \(TaskList(tasks).html)
            """
        ).html
    }

    private func task(_ group: ItemGroup, missing: [ListElement]) -> TaskList.Task {
        let wrong = findings.filter { ItemGroup.group(ofFinding: $0.path) == group }
        let gaps = missing.filter { $0.group == group }.map(\.chinese)
        let state =
            !wrong.isEmpty
            ? StatusBadge("\(wrong.count) 处问题", .late)
            : gaps.isEmpty ? StatusBadge("已填写", .done) : StatusBadge("缺 \(gaps.count) 项", .near)
        let hint = wrong.isEmpty ? gaps.joined(separator: "、") : wrong.map(\.message).joined(separator: "；")
        return TaskList.Task(
            group.title, group.path(of: id), hint: hint.isEmpty ? nil : (wrong.isEmpty ? "还缺：" : "") + hint,
            state)
    }
}

extension ListElement {
    /// The group in which it is said.
    var group: ItemGroup {
        switch self {
        case .summary, .description: .identity
        case .basicCode, .businessItems: .code
        case .legalBasis, .powerSource, .organNature: .basis
        case .audiences, .lifeEvents, .area: .audience
        case .conditions: .conditions
        case .materials, .ranks, .waivers: .materials
        case .commitment: .commitment
        case .handlingKind, .legalLimit, .promisedLimit: .limits
        case .steps: .steps
        case .fee: .fee
        case .outcome, .printed: .outcome
        case .review, .litigation: .remedies
        case .handlingForms, .visitReason, .assurance: .ways
        case .counter, .hours, .phone, .supervisionPhone: .counter
        case .questions: .questions
        }
    }
}
