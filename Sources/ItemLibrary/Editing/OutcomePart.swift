import Refusals
import Services
import Web

/// 收费.
enum FeePart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field("charged", "是否收费", .boolean, value: item.fee.charged ? "true" : "false"),
            Field("fee", "收费标准和减免", hint: "不收费的写“不收费”。", value: item.fee.text),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let charged = entry.form["charged"] == "true"
        let fee = entry.text("fee")
        if charged, fee.isEmpty { entry.refuse("fee", "收费的事项请写明收费标准。") }
        item.fee = Fee(charged: charged, text: fee.isEmpty ? "不收费" : fee)
    }
}

/// 办理结果.
enum OutcomePart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field.words("kind", "结果类型", Output.Kind.self, item.output.kind, isRequired: true),
            Field("output", "结果名称", value: item.output.name),
            Field(
                "validity_months", "有效期（月）", .integer, hint: "长期有效的不填。", isRequired: false,
                value: item.output.validityMonths.map(String.init) ?? ""),
            Field.licence(
                "certificate_type", "电子证照类型", hint: "准予以后发哪一种电子证照。", none: "不发电子证照",
                item.output.certificateType, choices.licences),
            Field(
                "printed", "证照上登记的内容", .choices, hint: "除持有人、事项和日期以外，表单里哪些回答登记在证照上。",
                isRequired: false, values: item.output.printed ?? [], options: printable(of: item)),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.output.kind = entry.word("kind") ?? item.output.kind
        item.output.name = entry.text("output", most: 200)
        item.output.validityMonths = entry.number("validity_months", in: 1...1_200)
        let type = entry.optional("certificate_type", most: 21)
        item.output.certificateType = type == Field.noLicence ? nil : type
        let chosen = entry.form.all("printed").filter { !$0.isEmpty }
        if !Set(chosen).isSubset(of: printable(of: item).map(\.value)) {
            entry.refuse("printed", "请从列出的选项里选择。")
        }
        // Those that stood there keep their order on the paper.
        let before = (item.output.printed ?? []).filter(chosen.contains)
        let printed = before + chosen.filter { !before.contains($0) }
        item.output.printed = printed.isEmpty ? nil : printed
    }

    private static func printable(of item: ServiceItem) -> [Field.Option] {
        let fields = item.fields.filter { ![.file, .table, .signature].contains($0.kind) && !$0.affirm }
        let gone = (item.output.printed ?? []).filter { name in !fields.contains { $0.name == name } }
        return fields.map { Field.Option($0.name, $0.label) } + gone.map { Field.Option($0, $0) }
    }
}

/// 法律救济.
enum RemediesPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        body("review", "行政复议机关", item.remedies.review) + body("litigation", "诉讼法院", item.remedies.litigation)
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.remedies = Remedies(review: body("review", &entry), litigation: body("litigation", &entry))
    }

    private static func body(_ name: String, _ label: String, _ body: Remedies.Body) -> [Field] {
        [
            Field("\(name)_name", label, value: body.name),
            Field(
                "\(name)_address", "\(label)地址", isRequired: false, value: body.address, autocomplete: "off"),
            Field("\(name)_phone", "\(label)电话", isRequired: false, value: body.phone, autocomplete: "off"),
        ]
    }

    private static func body(_ name: String, _ entry: inout ItemEntry) -> Remedies.Body {
        Remedies.Body(
            name: entry.text("\(name)_name", most: 100), address: entry.text("\(name)_address", most: 200),
            phone: entry.text("\(name)_phone", most: 60))
    }
}
