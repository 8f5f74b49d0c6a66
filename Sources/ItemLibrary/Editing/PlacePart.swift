import Government
import Refusals
import Services
import Web

/// 办理方式.
enum WaysPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "handling_forms", "办理形式", .choices, isRequired: false,
                values: (item.elements?.handlingForms ?? []).map(\.rawValue),
                options: HandlingForm.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field(
                "assurance", "实名要求", .choice, hint: "网上申请的人要核实到哪一级；不选的按“已实名”办。", isRequired: false,
                value: item.assurance?.rawValue ?? "",
                options: Assurance.allCases.map { .init($0.rawValue, $0.chinese) }),
            Field("visits", "到办事现场次数", .integer, value: String(item.visits)),
            Field(
                "visit_reason", "必须到现场的原因", hint: "到现场次数大于 0 的写明。", isRequired: false,
                value: item.elements?.visitReason ?? ""),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let forms: [HandlingForm] = entry.words("handling_forms")
        let reason = entry.optional("visit_reason")
        item.assurance = entry.word("assurance")
        item.visits = entry.number("visits", in: 0...20) ?? 0
        if item.visits > 0, reason == nil { entry.refuse("visit_reason", "要到现场的事项请写明原因。") }
        item.detail {
            $0.handlingForms = forms.isEmpty ? nil : forms
            $0.visitReason = reason
        }
    }
}

/// 办理地点.
enum CounterPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
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
        let phone = entry.optional("supervision_phone", most: 60)
        item.detail { $0.supervisionPhone = phone }
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
