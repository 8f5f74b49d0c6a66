import Refusals
import Web
import WorkingTime

/// What is said about a draft, as it is written on the desk.
struct FactsForm {
    let consultation: Consultation?
    let entered: FormData?
    let errors: [FieldError]
    let rules: ConsultationRules
    let token: CSRFToken

    var html: HTML {
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(consultation?.revision ?? 0)\">" as HTML
        return Form(
            action: consultation.map { ConsultationPath.edit(String($0.id)) } ?? ConsultationPath.new,
            token: token, fields: fields, also: seen, submit: "保存"
        ).html
    }

    private var fields: [Field] {
        let facts = consultation?.facts
        func field(
            _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, isRequired: Bool = true,
            _ value: String?
        ) -> Field {
            Field(
                name, label, kind, hint: hint, isRequired: isRequired, value: entered?[name] ?? value ?? "",
                error: errors[name])
        }
        return [
            field("title", "标题", .text, hint: "如：端州区养犬管理办法（征求意见稿）", facts?.title),
            field("purpose", "为什么起草，要解决什么问题", .longText, facts?.purpose),
            field(
                "closes_on", "截止日期", .date, hint: "从公布那天起，一般不少于 \(rules.minimumDays) 天。", facts?.closesOn.iso),
            field(
                "short_reason", "缩短时间的理由", .longText, hint: "少于 \(rules.minimumDays) 天的必须写，和稿子一起公布。",
                isRequired: false, facts?.shortReason),
        ]
    }

    /// - Throws: `invalid` for a day that cannot be read.
    static func facts(_ form: FormData) throws -> Consultation.Facts {
        guard let closes = form["closes_on"].flatMap({ CivilDate(iso: $0) }) else {
            throw DomainError.invalid("closes_on", "请填写截止日期。")
        }
        let reason = form["short_reason"] ?? ""
        return Consultation.Facts(
            title: form["title"] ?? "", purpose: form["purpose"] ?? "", closesOn: closes,
            shortReason: reason.isEmpty ? nil : reason)
    }
}
