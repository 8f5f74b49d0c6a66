import Refusals
import Services
import Web

/// One material of an item, as it is shown and read.
enum MaterialPart {
    /// The fields of a material.
    ///
    /// - Parameter isNew: whether its id may be chosen; afterwards files and promises refer to it.
    static func fields(
        _ material: Material, of item: ServiceItem, _ choices: ItemChoices, isNew: Bool,
        entered: FormData? = nil, errors: [FieldError] = []
    ) -> [Field] {
        let id = Field(
            "id", "代号", hint: "由小写字母、数字和“-”组成，以后不能改；不填的自动编。", isRequired: false, autocomplete: "off")
        return ((isNew ? [id] : []) + nature(material) + ways(material, item, choices)).map { field in
            var field = field
            if let entered { field.take(entered) }
            field.error = errors[field.name]
            return field
        }
    }

    private static func nature(_ material: Material) -> [Field] {
        [
            Field("name", "材料名称", value: material.name),
            Field.words(
                "necessity", "必要性", Material.Necessity.self, material.necessity, isRequired: true),
            Field.words("rank", "主要还是次要", Material.Rank.self, material.rank),
            Field.words("source", "来源渠道", Material.Source.self, material.source, isRequired: true),
            Field(
                "issuer", "核发机关", hint: "申请人自备的不填。", isRequired: false, value: material.issuer ?? "",
                autocomplete: "off"),
            Field.words("format", "材料形式", Material.Format.self, material.format, isRequired: true),
            Field("copies", "份数", .integer, value: String(material.copies)),
            Field("note", "受理标准", .longText, isRequired: false, value: material.note ?? ""),
        ]
    }

    private static func ways(_ material: Material, _ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        let waivers = Waiver.allCases.map { Field.Option($0.rawValue, $0.chinese) }
        let parts = item.children.map { slug in
            choices.items.first { $0.value == slug } ?? Field.Option(slug, slug)
        }
        let needed = Field(
            "needed_by", "哪些事项要用", .choices, isRequired: false, values: material.neededBy ?? [],
            options: parts)
        return [
            Field(
                "waived_by", "免提交", .choice, hint: "系统已经有的，不再请申请人提交。", isRequired: false,
                value: material.waivedBy?.rawValue ?? Field.noLicence,
                options: [.init(Field.noLicence, "要提交")] + waivers),
            Field.licence(
                "licence", "用电子证照代替", hint: "申请人持有这种证照并且同意的，不用上传。", none: "不能代替", material.licence,
                choices.licences),
        ] + (item.isJoint ? [needed] : [])
    }

    /// What was entered, in the place of what is known.
    ///
    /// - Throws: `invalid` at each field that cannot be taken.
    static func read(_ form: FormData, into material: Material, of item: ServiceItem) throws -> Material {
        var (entry, read) = (ItemEntry(form), material)
        read.name = entry.text("name", most: 100)
        if read.name.isEmpty { entry.refuse("name", "请写明材料名称。") }
        read.necessity = entry.word("necessity") ?? .required
        read.rank = entry.word("rank")
        read.source = entry.word("source") ?? .applicant
        read.issuer = entry.optional("issuer", most: 100)
        read.format = entry.word("format") ?? .electronic
        read.copies = entry.number("copies", in: 1...99) ?? 1
        read.note = entry.optional("note")
        read.waivedBy = form["waived_by"] == Field.noLicence ? nil : entry.word("waived_by")
        let licence = entry.optional("licence", most: 21)
        read.licence = licence == Field.noLicence ? nil : licence
        if item.isJoint {
            let needed = form.all("needed_by").filter(item.children.contains)
            read.neededBy = needed.isEmpty ? nil : needed
        }
        try entry.requireSound()
        return read
    }

    /// The id of a new material, as it was chosen or the first free one.
    ///
    /// - Throws: `invalid` for one that is taken or no id.
    static func id(_ form: FormData, in item: ServiceItem) throws -> String {
        guard let id = form["id"]?.unlessEmpty else { return item.freeMaterialID }
        guard id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,59}/) != nil else {
            throw DomainError.invalid("id", "代号由小写字母、数字和“-”组成。")
        }
        guard !item.materials.contains(where: { $0.id == id }) else {
            throw DomainError.invalid("id", "已经有代号为“\(id)”的材料。")
        }
        return id
    }
}
