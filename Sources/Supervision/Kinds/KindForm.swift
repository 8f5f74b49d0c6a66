import DecisionModel
import Foundation
import Government
import Refusals
import Web

/// Where a kind is written.
struct KindForm {
    let kind: SupervisedKind?
    let organs: [Organ]
    let action: String
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    /// What was entered, as a kind.
    ///
    /// - Throws: `invalid` at `schema` for what is no JSON at all.
    static func kind(_ form: FormData, key: String?) throws -> SupervisedKind {
        func text(_ name: String) -> String? { (form[name]?.trimmed).flatMap { $0.isEmpty ? nil : $0 } }
        guard let json = text("schema"), json.utf8.count <= 60_000,
            let schema = try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
        else { throw DomainError.invalid("schema", "请写成 JSON Schema。") }
        let roles = SupervisedKind.Roles(
            identifier: text("identifier") ?? "", title: text("title"), begins: text("begins") ?? "",
            due: text("due"), ends: text("ends") ?? "", responsible: text("responsible"), state: text("state")
        )
        return SupervisedKind(
            key: key ?? text("key") ?? "", name: text("name") ?? "", basis: text("basis") ?? "",
            organ: text("organ") ?? "", schema: schema, roles: roles, limit: text("limit"),
            promise: text("promise") == "true" ? true : nil)
    }

    var html: HTML { Form(action: action, token: token, fields: fields, submit: "保存").html }

    private var fields: [Field] {
        var fields = [
            field("name", "名称", kind?.name), field("basis", "依据", kind?.basis),
            Field(
                "organ", "由哪个部门报送", .choice, value: entered?["organ"] ?? kind?.organ ?? "",
                options: organs.filter(\.isLiving).map { .init($0.key, $0.name) }, error: errors["organ"]),
            Field(
                "schema", "记录的结构", .longText,
                hint:
                    "JSON Schema：字段名、title、type（string、number、integer、boolean）、format（date、date-time）、enum、required 等。",
                value: entered?["schema"] ?? kind?.schema.indented ?? Self.example, error: errors["schema"]),
            field("identifier", "编号字段", kind?.roles.identifier, hint: "凭它认出同一条记录。"),
            field("title", "名称字段", kind?.roles.title, isRequired: false),
            field("begins", "开始时间字段", kind?.roles.begins),
            field("due", "到期时间字段", kind?.roles.due, hint: "没有这个字段的，填写下面的时限。", isRequired: false),
            field(
                "limit", "时限", kind?.limit, hint: "从开始时间算起，例如 7 working_day、30 day、3 month。",
                isRequired: false),
            Field(
                "promise", "期限的性质", .choice, isRequired: false,
                value: entered?["promise"] ?? (kind?.promise == true ? "true" : "false"),
                options: [.init("false", "法律规定的期限"), .init("true", "本区承诺的期限")], error: errors["promise"]),
            field("ends", "办结时间字段", kind?.roles.ends),
            field("responsible", "责任部门字段", kind?.roles.responsible, hint: "没有的，就是报送的部门。", isRequired: false),
            field("state", "状态字段", kind?.roles.state, isRequired: false),
        ]
        if kind == nil { fields.insert(field("key", "代号", nil, hint: "小写字母、数字和连字符，以后不能改。"), at: 0) }
        return fields
    }

    private func field(
        _ name: String, _ label: String, _ value: String?, hint: String? = nil, isRequired: Bool = true
    )
        -> Field
    {
        Field(
            name, label, hint: hint, isRequired: isRequired, value: entered?[name] ?? value ?? "",
            error: errors[name])
    }

    private static let example = """
        {
          "type": "object",
          "required": ["number", "begun_on"],
          "properties": {
            "number": {"type": "string", "title": "编号"},
            "begun_on": {"type": "string", "title": "开始日期", "format": "date"},
            "done_on": {"type": "string", "title": "办结日期", "format": "date"}
          }
        }
        """
}

extension Value {
    /// As JSON that a person can read.
    var indented: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}
