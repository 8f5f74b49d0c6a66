import Identity
import Web
import WorkingTime

/// Mandates as one side sees them, with the button that ends them.
struct MandateTable {
    /// Who looks.
    enum Side {
        /// Whoever received them.
        case agent
        /// Whoever speaks for the enterprise with this code.
        case enterprise(String)
    }

    let mandates: [Mandate]
    /// The names of services by slug.
    let names: [String: String]
    let today: CivilDate
    let token: CSRFToken
    let side: Side

    var html: HTML {
        Table(
            caption, columns: [.init(first), .init("范围"), .init("期限"), .init("状态")],
            rows: mandates.map { mandate in
                [who(mandate), scope(mandate), "\(mandate.term.chinese)", state(mandate)]
            }
        ).html
    }

    private var caption: String {
        switch side {
        case .agent: "我得到的授权"
        case .enterprise: "已作的授权"
        }
    }

    private var first: String {
        switch side {
        case .agent: "单位"
        case .enterprise: "被授权人"
        }
    }

    private func who(_ mandate: Mandate) -> HTML {
        switch side {
        case .agent:
            """
            \(mandate.enterprise.name)<div class="hint"><span class="code">\(mandate.enterprise.code)</span></div>\
            <div class="hint">\(mandate.grantor.name)授权</div>
            """
        case .enterprise: "\(mandate.agent.name)"
        }
    }

    private func scope(_ mandate: Mandate) -> HTML {
        switch mandate.scope {
        case .everything: "全部事项"
        case .services(let slugs): "\(slugs.map { names[$0] ?? $0 }.sorted().joined(separator: "、"))"
        }
    }

    private func state(_ mandate: Mandate) -> HTML {
        if let ended = mandate.ended {
            let word = ended.accountID == mandate.agent.accountID ? "已放弃" : "已收回"
            return
                "\(StatusBadge(word, .waiting).html)<div class=\"hint\">\(ended.at.shortChinese)</div>"
        }
        guard let last = mandate.term.until, today <= last else { return StatusBadge("已到期", .waiting).html }
        let badge = mandate.isInForce(on: today) ? StatusBadge("有效", .done) : StatusBadge("未开始", .near)
        return "\(badge.html)<div class=\"below\">\(button(mandate).html)</div>"
    }

    private func button(_ mandate: Mandate) -> PostButton {
        let action = MandatePath.ending(String(mandate.id))
        return switch side {
        case .agent: PostButton("放弃", action: action, token: token)
        case .enterprise(let code):
            PostButton("收回", action: action, token: token, values: [("enterprise", code)])
        }
    }
}
