import Refusals
import Services
import Web

/// 权力和依据.
enum BasisPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field.words("power_source", "权力来源", PowerSource.self, item.elements?.powerSource),
            Field.words("organ_nature", "实施主体性质", OrganNature.self, item.elements?.organNature),
            Field(
                "entrusted_by", "委托部门", hint: "受委托实施的事项写明由谁委托。", isRequired: false,
                value: item.elements?.entrustedBy ?? ""),
            Field(
                "legal_basis", "设定依据", .table, hint: "名称不写书名号。条款没有核对过的，在备注里写“待核”。清空一行即删除。",
                columns: [Field("law", "法律、法规、规章名称"), Field("article", "条款"), Field("note", "备注")],
                rows: item.legalBasis.map {
                    ["law": $0.law, "article": $0.article ?? "", "note": $0.basisNote ?? ""]
                }),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let (source, nature) = (
            entry.word("power_source", as: PowerSource.self), entry.word("organ_nature", as: OrganNature.self)
        )
        let entrustedBy = entry.optional("entrusted_by", most: 100)
        if source == .entrusted, entrustedBy == nil { entry.refuse("entrusted_by", "委托实施的事项请写明委托部门。") }
        item.detail { ($0.powerSource, $0.organNature, $0.entrustedBy) = (source, nature, entrustedBy) }
        let rows = entry.rows("legal_basis", ["law", "article", "note"])
        if rows.contains(where: { ($0["law"] ?? "").isEmpty }) {
            entry.refuse("legal_basis", "每条依据请写明法律、法规、规章的名称。")
        }
        item.legalBasis = rows.map {
            LegalBasis(
                law: ($0["law"] ?? "").trimmingMarks, article: $0["article"].flatMap(\.unlessEmpty),
                basisNote: $0["note"].flatMap(\.unlessEmpty))
        }
    }
}

/// 服务对象和主题.
enum AudiencePart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "audiences", "服务对象", .choices, values: item.audiences.map(\.rawValue),
                options: Audience.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field(
                "life_events", "主题", .choices, isRequired: false, values: item.lifeEvents,
                options: choices.lifeEvents),
            Field.words("area", "通办范围", HandlingArea.self, item.elements?.area),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.audiences = entry.words("audiences")
        item.lifeEvents = entry.form.all("life_events").filter { !$0.isEmpty }
        let area = entry.word("area", as: HandlingArea.self)
        item.detail { $0.area = area }
    }
}

/// 受理条件.
enum ConditionsPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "conditions", "受理条件", .longText, hint: "一行一条。",
                value: item.conditions.joined(separator: "\n")),
            Field(
                "quantity_limit", "数量限制", hint: "没有数量限制的不填。", isRequired: false,
                value: item.elements?.quantityLimit ?? ""),
            Field(
                "intermediary", "中介服务", hint: "申请前必须委托中介机构的服务；没有的不填。", isRequired: false,
                value: item.elements?.intermediary ?? ""),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.conditions = entry.list("conditions")
        let (quantity, intermediary) = (entry.optional("quantity_limit"), entry.optional("intermediary"))
        item.detail { ($0.quantityLimit, $0.intermediary) = (quantity, intermediary) }
    }
}

extension String {
    /// Nil where nothing is said.
    var unlessEmpty: String? { isEmpty ? nil : self }

    /// A law's name without the book-title marks.
    var trimmingMarks: String { hasPrefix("《") && hasSuffix("》") ? String(dropFirst().dropLast()) : self }
}
