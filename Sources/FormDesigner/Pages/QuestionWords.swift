import Services
import Web

/// What a question says about itself, in words.
struct QuestionWords {
    private let field: FormField
    private let fields: [FormField]

    init(_ field: FormField, in fields: [FormField]) {
        self.field = field
        self.fields = fields
    }

    /// How it is answered.
    var answer: HTML {
        let kind =
            field.kind == .table
            ? "\(field.kind.chinese)（\(field.columns.map(\.label).joined(separator: "、"))）"
            : field.kind.chinese
        let notes = [
            field.required && field.calculated == nil ? "必填" : nil,
            field.options.isEmpty || field.kind == .division || field.kind == .region
                ? nil : "\(field.options.count) 个选项",
            field.calculated.map { "自动计算：\($0)" }, field.prefill.map { "自动填入\($0.chinese)" },
            field.licence.map { "自动填入\($0.chinese)" },
            field.inWords ? "同时显示大写" : nil, field.affirm ? "必须勾选" : nil,
            field.rules.isEmpty ? nil : "\(field.rules.count) 条规则", field.group.map { "分组：\($0)" },
        ].compactMap(\.self)
        return "\(kind)\(each: notes, { "<br><span class=\"quiet-words\">\($0)</span>" })"
    }

    /// When it is asked.
    var condition: HTML {
        guard let expression = field.visibleWhen else { return "总是" }
        guard let simple = SimpleCondition(expression, of: fields) else {
            return "<span class=\"code\">\(expression)</span>"
        }
        return "\(Self.words(of: simple, in: fields))"
    }

    /// The condition in a sentence: 只在“场地从哪里租来”是“向亲属租赁”时.
    static func words(of condition: SimpleCondition, in fields: [FormField]) -> String {
        let field = fields.first { $0.name == condition.name }
        let option = field?.options.first { $0.value == condition.answer }?.label
        let answer = option ?? (condition.answer == "true" ? "是" : "否")
        return "只在“\(field?.label ?? condition.name)”\(field?.kind == .choices ? "选了" : "是")“\(answer)”时"
    }
}
