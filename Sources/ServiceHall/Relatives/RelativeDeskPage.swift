import Codes
import Desk
import Identity
import Refusals
import Web
import WorkingTime

/// Where a clerk records who acts for whom.
struct RelativeDeskPage {
    static let title = "代办和监护登记"

    let entry: RelativeForm
    let token: CSRFToken
    /// Those of the person who was looked up; nil while nobody was.
    var found: [PersonalMandate]?
    var identity = ""
    var today = CivilDate.first
    var done: String?
    var errors: [FieldError] = []
    var refusal: Sentence?

    init(entry: RelativeForm, token: CSRFToken) { (self.entry, self.token) = (entry, token) }

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", DeskPath.home), Link(Self.title, nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })\
                \(done.map { Notice($0, tone: .done).html })
                <h1>\(Self.title)</h1>
                <p class="lead">双方当面同意的代办，凭材料确认的监护，在这里登记；登记、查询和结束都记入日志。</p>
                \(found.map(list) ?? lookUp)
                <h2>新登记</h2>
                \(Form(action: RelativePath.desk, token: token, fields: fields, submit: "核对无误，登记").html)
                """)
    }

    private var lookUp: HTML {
        let field = Field(
            "identity", "被代办人的身份证号码", .identityNumber, hint: "查询后可以结束已有的登记。", autocomplete: "off")
        return """
            <h2>查询</h2>
            \(Form(action: RelativePath.lookUp, token: token, fields: [field], submit: "查询").html)
            """
    }

    private func list(_ mandates: [PersonalMandate]) -> HTML {
        guard !mandates.isEmpty else { return EmptyState("没有代办或监护登记").html }
        return Table(
            "已有的登记", columns: [.init("谁代谁办"), .init("依据"), .init("期限"), .init("状态")],
            rows: mandates.map { mandate in
                [
                    "\(mandate.agent.name)代\(Masking.name(mandate.principal.name))",
                    "\(mandate.basis.chinese)\(mandate.evidence.map { "<div class=\"hint\">\($0)</div>" })",
                    "\(mandate.term.chinese)", state(mandate),
                ]
            }
        ).html
    }

    private func state(_ mandate: PersonalMandate) -> HTML {
        switch mandate.state(on: today) {
        case .ended:
            return """
                \(StatusBadge("已结束", .waiting).html)\(mandate.ended?.reason.map { "<div class=\"hint\">\($0)</div>" })
                """
        case .expired: return StatusBadge("已到期", .waiting).html
        case .waiting: return "\(StatusBadge("等对方同意", .near).html)\(ending(mandate))"
        case .coming: return "\(StatusBadge("未开始", .near).html)\(ending(mandate))"
        case .inForce: return "\(StatusBadge("有效", .done).html)\(ending(mandate))"
        }
    }

    private func ending(_ mandate: PersonalMandate) -> HTML {
        let reason = Field("reason", "结束的原因和依据", error: errors["reason"], autocomplete: "off")
        let also: HTML = "<input type=\"hidden\" name=\"identity\" value=\"\(identity)\">"
        return """
            <details class="below"\(attribute: "open", if: errors["reason"] != nil)><summary>结束</summary>\
            \(Form(action: RelativePath.deskEnding(String(mandate.id)), token: token, fields: [reason], also: also, submit: "结束登记").html)\
            </details>
            """
    }

    private var fields: [Field] {
        let bases = [
            Field.Option("consent", "本人当面同意", hint: "双方都在窗口，与身份证核对一致。"),
            Field.Option("minor", "未成年人的监护人", hint: "最晚登记到满十八周岁的前一天。"),
            Field.Option("incapacity", "成年人的监护人", hint: "凭人民法院认定和指定监护人的文书等。"),
        ]
        return [
            entry.field("basis", "依据", .choice, errors, options: bases),
            entry.field("name", "被代办人姓名", .text, errors),
            entry.field("identity", "被代办人身份证号码", .identityNumber, errors),
            entry.field("agent_name", "办事人姓名", .text, errors),
            entry.field("agent_identity", "办事人身份证号码", .identityNumber, errors, hint: "须已注册个人账号。"),
            entry.field(
                "relation", "办事人是对方的", .choice, errors, options: PersonalMandate.Relation.options),
            entry.field(
                "evidence", "核对了哪些证件和材料", .longText, errors, hint: "例如：双方身份证、户口簿、出生医学证明，写明编号。"),
            entry.field("from", "开始日期", .date, errors),
            entry.field("until", "截止日期", .date, errors, hint: "最长三年，到期重新核对。"),
        ]
    }
}
