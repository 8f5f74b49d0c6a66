import Refusals
import Services
import Web

/// A part of an item that is edited on one short page.
enum ItemGroup: String, CaseIterable, Sendable {
    case identity, code, basis, audience, children, conditions, materials, deferral, commitment, limits,
        steps, fee, outcome, remedies, ways, counter, questions

    var title: String {
        switch self {
        case .identity: "名称和说明"
        case .code: "编码和机构"
        case .basis: "权力和依据"
        case .audience: "服务对象和主题"
        case .children: "所含事项"
        case .conditions: "受理条件"
        case .materials: "申请材料"
        case .deferral: "容缺受理"
        case .commitment: "告知承诺"
        case .limits: "办理时限"
        case .steps: "办理流程"
        case .fee: "收费"
        case .outcome: "办理结果"
        case .remedies: "法律救济"
        case .ways: "办理方式"
        case .counter: "办理地点"
        case .questions: "常见问题"
        }
    }

    /// How it is shown and read; nil for materials, which have a page each.
    private var part: (any ItemPart.Type)? {
        switch self {
        case .identity: IdentityPart.self
        case .code: CodePart.self
        case .basis: BasisPart.self
        case .audience: AudiencePart.self
        case .children: ChildrenPart.self
        case .conditions: ConditionsPart.self
        case .materials: nil
        case .deferral: DeferralPart.self
        case .commitment: CommitmentPart.self
        case .limits: LimitsPart.self
        case .steps: StepsPart.self
        case .fee: FeePart.self
        case .outcome: OutcomePart.self
        case .remedies: RemediesPart.self
        case .ways: WaysPart.self
        case .counter: CounterPart.self
        case .questions: QuestionsPart.self
        }
    }

    /// Whether there is anything to say of it: only a joint service that is drawn by hand says here what it is made of.
    func concerns(_ item: ServiceItem) -> Bool {
        switch self {
        case .children: item.isJoint && item.joint == nil
        default: true
        }
    }

    /// - Throws: `notFound` where there is nothing to say of it.
    func require(_ item: ServiceItem) throws {
        guard concerns(item) else { throw DomainError.notFound("这个事项没有“\(title)”这一组。") }
    }

    /// Those of an item.
    static func all(of item: ServiceItem) -> [ItemGroup] { allCases.filter { $0.concerns(item) } }

    /// Where it is edited.
    func path(of draft: String) -> String {
        self == .materials
            ? ItemLibraryPath.materials(of: draft) : ItemLibraryPath.group(rawValue, of: draft)
    }

    /// The fields with what the item says, or with what was entered.
    func fields(
        _ item: ServiceItem, _ choices: ItemChoices, entered: FormData? = nil, errors: [FieldError] = []
    ) -> [Field] {
        (part?.fields(item, choices) ?? []).map { field in
            var field = field
            if let entered { field.take(entered) }
            field.error = errors[field.name]
            return field
        }
    }

    /// Writes what was entered into the item.
    ///
    /// - Throws: `invalid` at each field that cannot be taken, `notFound` where there is nothing to say of it.
    func apply(_ form: FormData, to item: inout ServiceItem) throws {
        try require(item)
        var entry = ItemEntry(form)
        part?.apply(&entry, to: &item)
        try entry.requireSound()
        if item.elements?.isEmpty == true { item.elements = nil }
    }

    /// The group in which a finding of `Services` is mended.
    static func group(ofFinding path: String) -> ItemGroup? {
        switch path.split(separator: ".").first.map(String.init) ?? path {
        case "slug", "position": .identity
        case "basic_code", "joint_code", "organ", "co_organs": .code
        case "children": .children
        case "deferral": .deferral
        case "commitment": .commitment
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
