import Refusals
import Web
import WorkingTime

/// One version of a rule.
struct RulePage {
    let version: RuleVersion
    let family: [RuleVersion]
    let findings: [RuleFinding]
    let values: KnownValues
    let trial: TrialView
    /// How many of its signals whoever looks could take back.
    let recallable: Int
    let mayWrite: Bool
    let maySwitch: Bool
    let isWriter: Bool
    let today: CivilDate
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(version.id) }
    private var rule: SupervisionRule { version.rule }

    var page: Page {
        Page(
            rule.name,
            crumbs: [Link("工作台", "/desk"), Link("监察规则", SupervisionPath.rules), Link(rule.name, nil)],
            width: .wide, area: .desk, scripts: trial.isUnderWay ? ["live.js"] : [],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(rule.name)</h1>
                <p>第 \(version.version) 版 \(rule.level.badge) \(version.badge)</p>
                \(version.reason.map { Notice(version.state.chinese, "<p>\($0)</p>", tone: version.state == .stopped ? .error : .plain).html })
                \(coming)
                \(findingList)
                \(switching)
                \(recall)
                \(trial.html)
                \(activation)
                \(content)
                \(versions)
                """)
    }

    private var findingList: HTML {
        guard !findings.isEmpty else { return .empty }
        return Notice(
            "检查发现 \(findings.count) 个问题", "<ul>\(each: findings, { "<li>\($0.sentence)</li>" })</ul>",
            tone: findings.contains(where: \.blocks) ? .error : .warning
        ).html
    }

    private var switching: HTML {
        let trialLink =
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(SupervisionPath.ruleAct(id, "trial"))\">在近一年的办件上试算</a></p>"
            as HTML
        return "\(trialLink)\(if: maySwitch, version.state == .on ? deactivation : waiting)"
    }

    private var deactivation: HTML {
        let reason = Field("reason", "停用理由", value: entered?["reason"] ?? "", error: errors["reason"])
        return Card(
            "停用",
            Form(
                action: SupervisionPath.ruleAct(id, "deactivation"), token: token, fields: [reason],
                submit: "停用"
            ).html
        ).html
    }

    private var mayBegin: Bool { version.state == .draft || version.state == .stopped }

    /// Who switches it on, and where.
    private var waiting: HTML {
        guard mayBegin else { return .empty }
        if isWriter { return Notice("等另一人启用", "<p>规则是您写的，要由另一人试算以后启用。</p>").html }
        return trial.quick == nil ? Notice("看过试算再启用", "<p>先试算，在试算结果的下面启用。</p>").html : .empty
    }

    /// Below the trial of just this text.
    private var activation: HTML {
        guard maySwitch, mayBegin, !isWriter, trial.quick != nil else { return .empty }
        let field = Field(
            "on_from", "从哪一天起", .date,
            hint: version.state == .stopped
                ? "从今天起的，接着看在办的办件，停止期间办理的也看；从以后起的，那天以前办理的不看。" : nil,
            value: entered?["on_from"] ?? today.iso, error: errors["on_from"])
        return Card(
            "启用",
            Form(
                action: SupervisionPath.ruleAct(id, "activation"), token: token, fields: [field],
                also: "<input type=\"hidden\" name=\"tried\" value=\"\(version.revision)\">",
                submit: "看过试算，启用"
            ).html
        ).html
    }

    private var recall: HTML {
        guard recallable > 0 else { return .empty }
        let most = SupervisionOffice.together
        let reason = Field("recall", "撤销理由", value: entered?["recall"] ?? "", error: errors["recall"])
        return Card(
            "撤销这版规则发出的 \(recallable) 条信号",
            "<p>规则有错时，一次撤销它发出的信号，理由告知有关部门负责人。申诉中的信号逐条裁定\(recallable > most ? "；一次最多撤销 \(most) 条" : "")。</p>\(Form(action: SupervisionPath.ruleAct(id, "recall"), token: token, fields: [reason], submit: "撤销").html)"
        ).html
    }

    private var content: HTML {
        if version.state == .draft && mayWrite {
            return
                "<h2>修改</h2>\(FactList(values: values).html)\(RuleForm(version: version, action: SupervisionPath.rule(id), entered: entered, errors: errors, token: token).html)"
        }
        let again = PostButton("起草新版本", action: SupervisionPath.ruleAct(id, "versions"), token: token)
        return "\(SummaryList(rows).html)\(if: mayWrite, again.html)"
    }

    private var rows: [SummaryList.Row] {
        [
            .init("代号", "\(rule.key)"), .init("依据", "\(rule.basis)"), .init("看什么", "\(rule.scope.chinese)"),
            .init("从何时起", "\(rule.moment?.chinese ?? "每次变化")"), .init("条件", "<code>\(rule.condition)</code>"),
            .init("通知", "\(rule.tells.map(\.chinese).joined(separator: "、"))"),
            .init("每分钟上限", "\(rule.perMinute) 条"),
            .init("申诉和裁定", "\(rule.appealDays) 个工作日内申诉，\(rule.decisionDays) 个工作日内裁定"),
            .init("公开", "\(rule.publishAfterDays.map { "确认 \($0) 天后" } ?? "不公开")"),
            .init("起草", "\(version.editedByName)"), .init("启用", "\(version.approvedByName ?? "—")"),
        ]
    }
}
