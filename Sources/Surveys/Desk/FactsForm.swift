import Refusals
import Web
import WorkingTime

/// What is said about a survey, as it is written on the desk.
struct FactsForm {
    let survey: Survey?
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(survey?.revision ?? 0)\">" as HTML
        return Form(
            action: survey.map { SurveyPath.edit(String($0.id)) } ?? SurveyPath.new, token: token,
            fields: fields,
            also: seen, submit: "保存"
        ).html
    }

    private var fields: [Field] {
        let facts = survey?.facts
        let own = [
            field("title", "调查什么", value: facts?.title),
            field("purpose", "为什么调查，结果怎样用", .longText, value: facts?.purpose),
            field("opens_on", "开始日期", .date, value: facts?.opensOn.iso),
            field("closes_on", "截止日期", .date, hint: "过了这一天自动结束，结果自动公布。", value: facts?.closesOn.iso),
        ]
        let quotas = AgeBand.allCases.map { band in
            field(
                "quota.\(band.rawValue)", "\(band.chinese)最多收多少份", .integer, isRequired: false,
                value: facts?.quotas[band].map(String.init))
        }
        return own + quotas
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, hint: String? = nil,
        isRequired: Bool = true, value: String?
    ) -> Field {
        let error = errors[name] ?? (name.hasPrefix("quota.") ? errors["quota"] : nil)
        return Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered?[name] ?? value ?? "",
            error: error)
    }

    /// - Throws: `invalid` for days and numbers that cannot be read.
    static func facts(_ form: FormData) throws -> Survey.Facts {
        var errors: [FieldError] = []
        let opens = form["opens_on"].flatMap { CivilDate(iso: $0) }
        let closes = form["closes_on"].flatMap { CivilDate(iso: $0) }
        if opens == nil { errors.append(FieldError("opens_on", "请填写开始日期。")) }
        if closes == nil { errors.append(FieldError("closes_on", "请填写截止日期。")) }
        var quotas: [AgeBand: Int] = [:]
        for band in AgeBand.allCases {
            let text = (form["quota.\(band.rawValue)"] ?? "").trimmed
            guard !text.isEmpty else { continue }
            guard let most = Int(text) else {
                errors.append(FieldError("quota.\(band.rawValue)", "请填写整数，不限的空着。"))
                continue
            }
            quotas[band] = most
        }
        guard errors.isEmpty, let opens, let closes else { throw DomainError.invalid(errors) }
        return Survey.Facts(
            title: (form["title"] ?? "").trimmed, purpose: (form["purpose"] ?? "").trimmed, opensOn: opens,
            closesOn: closes, quotas: quotas)
    }
}
