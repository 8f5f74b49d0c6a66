import Refusals
import Services
import Web

/// A part of an item that is edited on one page.
enum ItemGroup: String, CaseIterable, Sendable {
    case identity, basis, audience, conditions, materials, limits, steps, outcome, remedies, counter,
        questions

    var title: String {
        switch self {
        case .identity: "名称和编码"
        case .basis: "权力和依据"
        case .audience: "服务对象和主题"
        case .conditions: "受理条件"
        case .materials: "申请材料"
        case .limits: "办理时限"
        case .steps: "办理流程"
        case .outcome: "收费和结果"
        case .remedies: "法律救济"
        case .counter: "办理地点和方式"
        case .questions: "常见问题"
        }
    }

    private var part: any ItemPart.Type {
        switch self {
        case .identity: IdentityPart.self
        case .basis: BasisPart.self
        case .audience: AudiencePart.self
        case .conditions: ConditionsPart.self
        case .materials: MaterialsPart.self
        case .limits: LimitsPart.self
        case .steps: StepsPart.self
        case .outcome: OutcomePart.self
        case .remedies: RemediesPart.self
        case .counter: CounterPart.self
        case .questions: QuestionsPart.self
        }
    }

    /// The fields with what the item says, or with what was entered.
    func fields(
        _ item: ServiceItem, _ choices: ItemChoices, entered: FormData? = nil, errors: [FieldError] = []
    ) -> [Field] {
        part.fields(item, choices).map { field in
            var field = field
            if let entered { field.take(entered) }
            field.error = errors[field.name]
            return field
        }
    }

    /// Writes what was entered into the item.
    ///
    /// - Throws: `invalid` at each field that cannot be taken.
    func apply(_ form: FormData, to item: inout ServiceItem) throws {
        var entry = ItemEntry(form)
        part.apply(&entry, to: &item)
        try entry.requireSound()
        if item.elements?.isEmpty == true { item.elements = nil }
    }

    /// The group in which a finding of `Services` is mended.
    static func group(ofFinding path: String) -> ItemGroup? {
        switch path.split(separator: ".").first.map(String.init) ?? path {
        case "basic_code", "joint_code", "organ", "co_organs", "slug", "position": .identity
        case "legal_basis": .basis
        case "audiences", "life_events": .audience
        case "conditions": .conditions
        case "materials": .materials
        case "limits": .limits
        case "steps", "process": .steps
        default: nil
        }
    }
}

/// How a group is shown and read.
protocol ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field]
    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem)
}

extension Field {
    /// Shows what was entered instead of what is known.
    fileprivate mutating func take(_ form: FormData) {
        if kind == .table {
            rows = form.rows(name, columns: columns.map(\.name))
        } else {
            values = form.all(name).filter { !$0.isEmpty }
        }
    }
}
