import Refusals
import Services
import Web

/// 收费和结果.
enum OutcomePart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field("charged", "是否收费", .boolean, value: item.fee.charged ? "true" : "false"),
            Field("fee", "收费标准和减免", hint: "不收费的写“不收费”。", value: item.fee.text),
            Field.words("kind", "结果类型", Output.Kind.self, item.output.kind, isRequired: true),
            Field("output", "结果名称", value: item.output.name),
            Field(
                "validity_months", "有效期（月）", .integer, hint: "长期有效的不填。", isRequired: false,
                value: item.output.validityMonths.map(String.init) ?? ""),
            Field(
                "certificate_type", "证照类型代码", hint: "发电子证照的写 21 位代码，不发的不填。", isRequired: false,
                value: item.output.certificateType ?? "", autocomplete: "off"),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let charged = entry.form["charged"] == "true"
        let fee = entry.text("fee")
        if charged, fee.isEmpty { entry.refuse("fee", "收费的事项请写明收费标准。") }
        item.fee = Fee(charged: charged, text: fee.isEmpty ? "不收费" : fee)
        item.output.kind = entry.word("kind") ?? item.output.kind
        item.output.name = entry.text("output", most: 200)
        item.output.validityMonths = entry.number("validity_months", in: 1...1_200)
        item.output.certificateType = entry.optional("certificate_type", most: 21)
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

/// 办理地点和方式.
enum CounterPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "handling_forms", "办理形式", .choices, isRequired: false,
                values: (item.elements?.handlingForms ?? []).map(\.rawValue),
                options: HandlingForm.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field("visits", "到办事现场次数", .integer, value: String(item.visits)),
            Field(
                "visit_reason", "必须到现场的原因", hint: "到现场次数大于 0 的写明。", isRequired: false,
                value: item.elements?.visitReason ?? ""),
            Field("counter_name", "办理窗口", value: item.counter.name),
            Field("counter_address", "办理地点", value: item.counter.address, autocomplete: "off"),
            Field("counter_hours", "办理时间", value: item.counter.hours),
            Field("counter_phone", "咨询电话", value: item.counter.phone, autocomplete: "off"),
            Field(
                "supervision_phone", "监督投诉电话", isRequired: false,
                value: item.elements?.supervisionPhone ?? "", autocomplete: "off"),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let forms: [HandlingForm] = entry.words("handling_forms")
        let (reason, phone) = (entry.optional("visit_reason"), entry.optional("supervision_phone", most: 60))
        item.visits = entry.number("visits", in: 0...20) ?? 0
        if item.visits > 0, reason == nil { entry.refuse("visit_reason", "要到现场的事项请写明原因。") }
        item.detail {
            $0.handlingForms = forms.isEmpty ? nil : forms
            ($0.visitReason, $0.supervisionPhone) = (reason, phone)
        }
        item.counter = Counter(
            name: entry.text("counter_name", most: 100), address: entry.text("counter_address", most: 200),
            hours: entry.text("counter_hours", most: 200), phone: entry.text("counter_phone", most: 60))
    }
}

/// 常见问题.
enum QuestionsPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "questions", "常见问题", .table, hint: "用群众的话来问。清空一行即删除。", isRequired: false,
                columns: [Field("question", "问题"), Field("answer", "解答")],
                rows: item.questions.map { ["question": $0.question, "answer": $0.answer] })
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let rows = entry.rows("questions", ["question", "answer"])
        if rows.contains(where: { $0.values.contains("") }) { entry.refuse("questions", "问题和解答都要写。") }
        item.questions = rows.map { Question(question: $0["question"] ?? "", answer: $0["answer"] ?? "") }
    }
}
