import Foundation
import Refusals
import Services
import Web

/// The fields in which a question is described; which ones, depends on how it is answered.
struct QuestionFields {
    let field: FormField
    let subject: FormSubject
    let licences: [LicencePrefill]
    let entered: FormData?
    let errors: [FieldError]

    var all: [Field] { words + answers + limits + origin + [condition, feel] + consequences }

    private var words: [Field] {
        [
            line("label", "题目", field.label, hint: "用名词写，例如“店铺名称”，系统会说“请填写店铺名称”。"),
            line("hint", "提示", field.hint, hint: "一句话，帮助申请人回答。", isRequired: false),
            choice(
                "kind", "怎么答", field.kind.rawValue, FieldKind.allCases.map { .init($0.rawValue, $0.chinese) }),
            tick("required", "必填", "没有回答就不能提交", field.required),
            line("group", "分组", field.group, hint: "写相同的分组，相邻的问题就排在一个小标题下面。", isRequired: false),
        ]
    }

    private var answers: [Field] {
        switch field.kind {
        case .choice, .choices:
            [
                lines(
                    "options", "选项", EntryLines.text(of: field.options), "每行一个选项。已有选项前面的代号不要改，改了以后原来的答案就对不上。")
            ]
        case .mapPoint:
            [
                lines(
                    "options", "可选的地点", EntryLines.text(of: field.options), "每行一个：经度,纬度 | 名称。可以不写。",
                    isRequired: false)
            ]
        case .table:
            [
                lines(
                    "columns", "每一行里的问题", EntryLines.text(of: field.columns),
                    "每行一个：题目 | 种类 | 必填。种类写一行文字、日期、金额、身份证号码等。")
            ]
        case .division:
            [
                choice(
                    "division_level", "选到哪一级", (field.divisionLevel ?? .street).rawValue,
                    [.init("street", "街道、镇"), .init("community", "社区、村"), .init("district", "街道、镇，或者只选到区")])
            ]
        case .boolean: [tick("affirm", "承诺", "必须选“是”才能提交", field.affirm)]
        case .money: [tick("in_words", "大写", "同时用大写显示，例如人民币壹仟贰佰元整", field.inWords)]
        default: []
        }
    }

    private var limits: [Field] {
        var fields: [Field] = []
        if field.kind.takesBounds {
            let what = field.kind == .table ? "行数" : field.kind == .choices ? "选几项" : "数值"
            fields += [number("min", "\(what)最小", field.min), number("max", "\(what)最大", field.max)]
        }
        if field.kind.takesLength {
            fields.append(number("max_length", "最多字数", field.maxLength.map { Decimal($0) }))
        }
        if field.kind == .integer || field.kind == .number {
            fields.append(line("unit", "单位", field.unit, hint: "例如平方米。", isRequired: false))
        }
        return fields
    }

    private var origin: [Field] {
        guard field.kind.canBePrefilled else { return [] }
        var prefill = choice(
            "prefill", "自动填入", field.prefill?.rawValue ?? "",
            Prefill.allCases.map { .init($0.rawValue, $0.chinese) })
        (prefill.isRequired, prefill.hint) = (false, "政府已经掌握的，申请人不用再填，可以更改。")
        let known = licences + [field.licence].compactMap(\.self).filter { !licences.contains($0) }
        var licence = choice(
            "licence", "从电子证照填入", field.licence?.key ?? "",
            [.init("", "不填入")] + known.map { .init($0.key, "\($0.name)：\($0.fact)") })
        (licence.isRequired, licence.hint) = (false, "申请人持有这种证照而且有效时，从证照上填入，可以更改。与“自动填入”只能选一个。")
        return [prefill, licence]
    }

    private var simple: SimpleCondition? {
        field.visibleWhen.flatMap { SimpleCondition($0, of: subject.item.fields) }
    }

    private var condition: Field {
        let fields = subject.item.fields
        let choices = fields.filter { $0.name != field.name }.flatMap { other in
            SimpleCondition.answers(to: other).map { SimpleCondition(name: other.name, answer: $0) }
        }
        let chosen = simple.map { "\($0.name)=\($0.answer)" } ?? (field.visibleWhen == nil ? "" : "feel")
        var condition = choice(
            "when", "什么时候问", chosen,
            [.init("", "总是")]
                + choices.map { .init("\($0.name)=\($0.answer)", QuestionWords.words(of: $0, in: fields)) }
                + [.init("feel", "按下面的表达式")])
        (condition.isRequired, condition.hint) = (false, "问不问可以取决于另一个选择题或者是否题。")
        return condition
    }

    private var feel: Field {
        line(
            "visible_when", "表达式", simple == nil ? field.visibleWhen : nil,
            hint: "FEEL 表达式，例如 age >= 60 and landlord = \"relative\"。上面选了“按下面的表达式”才有效。", isRequired: false)
    }

    private var consequences: [Field] {
        var rules = Field(
            "rules", "规则", .table, hint: "左边写应当成立的 FEEL 表达式，右边写不成立时告诉申请人的话。", isRequired: false,
            columns: [Field("holds", "应当成立"), Field("otherwise", "否则提示")],
            rows: rows, error: errors["rules"])
        rules.spareRows = 1
        guard field.kind.canBeCalculated else { return [rules] }
        let calculated = line(
            "calculated", "自动计算", field.calculated,
            hint: "FEEL 表达式，例如 sum(payments.amount)。写了就不问申请人，由系统算出。", isRequired: false)
        return [calculated, rules]
    }

    private var rows: [[String: String]] {
        entered?.rows("rules", columns: ["holds", "otherwise"])
            ?? field.rules.map { ["holds": $0.holds, "otherwise": $0.otherwise] }
    }
}
