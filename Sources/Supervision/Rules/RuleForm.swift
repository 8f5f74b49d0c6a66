import Refusals
import Web

/// A rule as it is written on the desk.
struct RuleForm {
    let version: RuleVersion?
    let action: String
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(version?.revision ?? 0)\">" as HTML
        return Form(action: action, token: token, fields: fields, also: seen, submit: "保存").html
    }

    private var fields: [Field] {
        let rule = version?.rule
        return [
            field("key", "代号", value: rule?.key, hint: version == nil ? "小写字母、数字和连字符，以后不能改。" : "不能改。"),
            field("name", "名称", value: rule?.name),
            field("basis", "依据", .longText, value: rule?.basis),
            choice(
                "scope", "看什么", SupervisionRule.Scope.allCases.map { .init($0.rawValue, $0.chinese) },
                rule?.scope.rawValue),
            choice("anchor", "从何时起看", anchors, rule.map { $0.moment?.anchor.rawValue ?? "none" }),
            choice(
                "before", "提前还是之后", [.init("false", "之后"), .init("true", "提前")],
                rule.map { $0.moment?.isBefore == true ? "true" : "false" }),
            field(
                "amount", "数量", .integer, isRequired: false,
                value: rule?.moment.map { String($0.amount) } ?? "0"),
            choice(
                "unit", "单位", RuleMoment.Unit.allCases.map { .init($0.rawValue, $0.chinese) },
                rule.map { $0.moment?.unit.rawValue ?? RuleMoment.Unit.workingDay.rawValue }),
            field(
                "condition", "条件", .longText, value: rule?.condition,
                hint: "FEEL 表达式。时间到了才看的，请用上面的时间；条件里数天数的，满足以前每天看一次。"),
            choice(
                "level", "级别", SupervisionRule.Level.allCases.map { .init($0.rawValue, $0.chinese) },
                rule?.level.rawValue),
            Field(
                "tells", "通知谁", .choices, values: entered?.all("tells") ?? rule?.tells.map(\.rawValue) ?? [],
                options: SupervisionRule.Audience.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["tells"]),
            field(
                "per_minute", "每分钟最多多少条", .integer, value: String(rule?.perMinute ?? 2_000),
                hint: "超过就自动停止并报告。"),
            field("appeal_days", "申诉期限（工作日）", .integer, value: String(rule?.appealDays ?? 3)),
            field("decision_days", "裁定期限（工作日）", .integer, value: String(rule?.decisionDays ?? 5)),
            field(
                "publish_after_days", "确认多少天后公开", .integer, isRequired: false,
                value: rule?.publishAfterDays.map(String.init),
                hint: "只有黄牌和红牌。没有申诉或者申诉不成立的，过这么多天公开部门和情形，不写个人。不填就不公开。"),
        ]
    }

    private var anchors: [Field.Option] {
        [.init("none", "每次变化")] + RuleMoment.Anchor.allCases.map { .init($0.rawValue, $0.chinese) }
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, isRequired: Bool = true, value: String?,
        hint: String? = nil
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered?[name] ?? value ?? "",
            error: errors[name])
    }

    private func choice(_ name: String, _ label: String, _ options: [Field.Option], _ value: String?) -> Field
    {
        Field(
            name, label, .choice, value: entered?[name] ?? value ?? "", options: options, error: errors[name])
    }

    /// - Throws: `invalid` for what is not chosen or is no number.
    static func rule(_ form: FormData) throws -> SupervisionRule {
        var errors: [FieldError] = []
        func number(_ name: String) -> Int {
            let text = (form[name] ?? "").trimmed
            if let number = Int(text.isEmpty ? "0" : text) { return number }
            errors.append(FieldError(name, "请填写整数。"))
            return 0
        }
        let scope = form["scope"].flatMap(SupervisionRule.Scope.init(rawValue:))
        let level = form["level"].flatMap(SupervisionRule.Level.init(rawValue:))
        if scope == nil { errors.append(FieldError("scope", "请选择看什么。")) }
        if level == nil { errors.append(FieldError("level", "请选择级别。")) }
        let anchor = form["anchor"].flatMap(RuleMoment.Anchor.init(rawValue:))
        if anchor == nil && form["anchor"] != "none" { errors.append(FieldError("anchor", "请选择从何时起看。")) }
        let moment = anchor.map {
            RuleMoment(
                anchor: $0, isBefore: form["before"] == "true", amount: number("amount"),
                unit: form["unit"].flatMap(RuleMoment.Unit.init(rawValue:)) ?? .workingDay)
        }
        let (bound, appeal, decision) = (number("per_minute"), number("appeal_days"), number("decision_days"))
        let publish = (form["publish_after_days"] ?? "").trimmed.isEmpty ? nil : number("publish_after_days")
        guard errors.isEmpty, let scope, let level else { throw DomainError.invalid(errors) }
        let rule = SupervisionRule(
            key: (form["key"] ?? "").trimmed, name: (form["name"] ?? "").trimmed,
            basis: (form["basis"] ?? "").trimmed, scope: scope, moment: moment,
            condition: (form["condition"] ?? "").trimmed, level: level,
            tells: SupervisionRule.Audience.allCases.filter { form.all("tells").contains($0.rawValue) },
            perMinute: bound, appealDays: appeal, decisionDays: decision, publishAfterDays: publish)
        try rule.requireComplete()
        return rule
    }
}
