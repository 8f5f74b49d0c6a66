import Government
import Refusals
import Web
import WorkingTime

/// What is entered of a type.
struct TypeForm: Sendable {
    var code = ""
    var name = ""
    var organ = ""
    var validity = "item"
    var months = ""
    var fields = ""
    var since = ""

    init(since day: CivilDate) { since = day.iso }

    init(_ form: FormData) {
        (code, name, organ) = (form["code"] ?? "", form["name"] ?? "", form["organ"] ?? "")
        (validity, months) = (form["validity"] ?? "item", form["months"] ?? "")
        (fields, since) = (form["fields"] ?? "", form["since"] ?? "")
    }

    init(_ type: LicenceType, since day: CivilDate) {
        (code, name, organ, since) = (type.code, type.name, type.organ, day.iso)
        fields = type.fields.joined(separator: "\n")
        switch type.validity {
        case .byItem: validity = "item"
        case .unlimited: validity = "unlimited"
        case .months(let count): (validity, months) = ("months", String(count))
        }
    }

    /// - Throws: `invalid` for what is no day or no number.
    func draft() throws -> LicenceType.Draft {
        guard let day = CivilDate(iso: since) else {
            throw DomainError.invalid("since", "日期请写成 2026-12-01 的样子。")
        }
        let lines = fields.split(whereSeparator: \.isNewline).map {
            String($0).trimmed
        }.filter { !$0.isEmpty }
        return LicenceType.Draft(
            name: name, organ: organ, validity: try readValidity(), fields: lines, since: day)
    }

    private func readValidity() throws -> LicenceType.Validity {
        switch validity {
        case "unlimited": return .unlimited
        case "months":
            guard let count = Int(months) else { throw DomainError.invalid("months", "请写月数，例如 60。") }
            return .months(count)
        default: return .byItem
        }
    }

    func inputs(_ organs: [Organ], _ errors: [FieldError], isNew: Bool) -> [Field] {
        func error(_ name: String) -> Sentence? { errors.first { $0.field == name }?.sentence }
        let code = Field(
            "code", "类型代码", hint: "定义机构的统一社会信用代码 18 位，加 3 位顺序码。", value: code, error: error("code"),
            autocomplete: "off")
        let choices = organs.map { Field.Option($0.key, $0.fullName) }
        return (isNew ? [code] : []) + [
            Field("name", "证照名称", value: name, error: error("name"), autocomplete: "off"),
            Field("organ", "发证机关", .choice, value: organ, options: choices, error: error("organ")),
            Field(
                "validity", "有效期", .choice, value: validity,
                options: [.init("item", "按事项规定"), .init("months", "固定月数"), .init("unlimited", "长期")]),
            Field(
                "months", "月数", .integer, hint: "选“固定月数”时填写。", isRequired: false, value: months,
                error: error("months")),
            Field(
                "fields", "登记项", .longText, hint: "印在证照上的申请表问题，一行一个，写问题的名称；不写就按事项规定。",
                isRequired: false, value: fields, error: error("fields")),
            Field(
                "since", "生效日期", .date, hint: "当天起收件的办件按这一版；以前收件的按收件时的版本。", value: since,
                error: error("since")),
        ]
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
