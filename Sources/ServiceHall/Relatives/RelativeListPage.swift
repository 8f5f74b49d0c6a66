import Identity
import Refusals
import Web
import WorkingTime

/// 代亲友办事: for whom one acts, and who acts for oneself.
struct RelativeListPage {
    static let title = "代亲友办事"

    let received: [PersonalMandate]
    let given: [PersonalMandate]
    /// The names of services by slug.
    let names: [String: String]
    let today: CivilDate
    let token: CSRFToken
    let pager: Pager
    var errors: [FieldError] = []

    var page: Page {
        MyFrame(title: Self.title).page(
            """
            \(ErrorSummary(errors).html)
            <p class="lead">对方同意以后，您可以代父母、配偶、子女等办事，看到他们的进度和消息；双方都可以随时结束。</p>
            <h2>我代谁办</h2>\(received.isEmpty ? nobody : table("我代谁办", received, isAgent: true))\(pager.html)
            <p class="actions"><a class="button" href="\(RelativePath.new)">\(RelativeFormPage.title)</a></p>
            <h2>谁代我办</h2>\(given.isEmpty ? noAgent : table("谁代我办", given, isAgent: false))
            """)
    }

    private var nobody: HTML {
        EmptyState("您还没有代别人办事", "<p>对方同意或者窗口登记监护以后，您申请时可以选择代谁办理。</p>").html
    }

    private var noAgent: HTML { EmptyState("没有人代您办事", "<p>别人请求代您办事时，会在这里等您同意。</p>").html }

    private func table(_ title: String, _ mandates: [PersonalMandate], isAgent: Bool) -> HTML {
        Table(
            title, columns: [.init(isAgent ? "代谁" : "谁"), .init("范围"), .init("期限"), .init("状态")],
            rows: mandates.map { mandate in
                [
                    who(mandate, isAgent: isAgent), scope(mandate), "\(mandate.term.chinese)",
                    isAgent ? agentState(mandate) : principalState(mandate),
                ]
            }
        ).html
    }

    private func who(_ mandate: PersonalMandate, isAgent: Bool) -> HTML {
        let basis = mandate.basis == .consent ? "" : "，\(mandate.basis.chinese)"
        guard isAgent else {
            return "\(mandate.agent.name)<div class=\"hint\">您的\(mandate.relation.chinese)\(basis)</div>"
        }
        let hint: HTML = "<div class=\"hint\">您是对方的\(mandate.relation.chinese)\(basis)</div>"
        guard mandate.state(on: today) == .inForce else { return "\(mandate.principal.name)\(hint)" }
        return """
            <a href="\(RelativePath.relative(String(mandate.id)))">\(mandate.principal.name)的办件和消息</a>\(hint)
            """
    }

    private func scope(_ mandate: PersonalMandate) -> HTML {
        switch mandate.scope {
        case .everything: "全部事项"
        case .services(let slugs): "\(slugs.map { names[$0] ?? $0 }.sorted().joined(separator: "、"))"
        }
    }

    private func principalState(_ mandate: PersonalMandate) -> HTML {
        switch mandate.state(on: today) {
        case .waiting:
            """
            \(StatusBadge("等您同意", .near).html)<div class="below">\
            \(PostButton("同意", action: RelativePath.agreement(String(mandate.id)), token: token, tone: .primary).html)\
            </div>\(ending(mandate, "不同意"))
            """
        case .inForce where mandate.basis != .consent:
            "\(StatusBadge("有效", .done).html)<div class=\"hint\">变更监护请到窗口办理</div>"
        case .inForce: "\(StatusBadge("有效", .done).html)\(ending(mandate, "收回"))"
        case .coming: "\(StatusBadge("未开始", .near).html)\(ending(mandate, "收回"))"
        case .ended: StatusBadge("已结束", .waiting).html
        case .expired: StatusBadge("已到期", .waiting).html
        }
    }

    private func agentState(_ mandate: PersonalMandate) -> HTML {
        switch mandate.state(on: today) {
        case .waiting: "\(StatusBadge("等对方同意", .near).html)\(byCode(mandate))\(ending(mandate, "收回请求"))"
        case .inForce: "\(StatusBadge("有效", .done).html)\(ending(mandate, "不再代办"))"
        case .coming: "\(StatusBadge("未开始", .near).html)\(ending(mandate, "不再代办"))"
        case .ended: StatusBadge("已结束", .waiting).html
        case .expired: StatusBadge("已到期", .waiting).html
        }
    }

    /// The other one has no account at hand: a code goes to their telephone, and who is told it enters it here.
    private func byCode(_ mandate: PersonalMandate) -> HTML {
        let id = String(mandate.id)
        let send: HTML = """
            <div class="below">\(PostButton(mandate.code == nil ? "发验证码到对方手机" : "重新发验证码", action: RelativePath.code(id), token: token).html)</div>
            """
        guard mandate.code != nil else { return send }
        let field = Field(
            "code", "对方手机收到的验证码", .text, hint: "6 位数字。", error: errors["code"], autocomplete: "one-time-code")
        return """
            <details class="below" open><summary>输入验证码</summary>\
            \(Form(action: RelativePath.confirmation(id), token: token, fields: [field], submit: "确认").html)</details>\(send)
            """
    }

    private func ending(_ mandate: PersonalMandate, _ label: String) -> HTML {
        let button = PostButton(label, action: RelativePath.ending(String(mandate.id)), token: token)
        return "<div class=\"below\">\(button.html)</div>"
    }
}
