import Identity
import Web
import WorkingTime

/// Changes of the grants, each with before and after and what this officer may do about it.
struct GrantChangeTable {
    let changes: [GrantChange]
    let powers: PowerList
    /// Who looks; `nil` where nothing is to be done.
    var officer: OfficerContext?
    var token: CSRFToken?

    var html: HTML {
        Table(
            "权限变动",
            columns: [.init("变动"), .init("原来"), .init("改为"), .init("原因"), .init("状态")],
            rows: changes.map { change in
                [
                    """
                    \(change.role.chinese)：\(powers.chinese(change.power))\
                    <div class="hint">自 \(change.validFrom.iso) 起\(change.version.map { "，第 \($0) 版" })</div>
                    """,
                    "\(GrantWords.terms(change.before))", "<b>\(GrantWords.terms(change.after))</b>",
                    "\(change.reason)<div class=\"hint\">\(change.asked.name)，\(change.asked.at.shortChinese)</div>",
                    state(change),
                ]
            }
        ).html
    }

    private func state(_ change: GrantChange) -> HTML {
        guard change.state == .open else {
            let tone: StatusBadge.Tone = change.state == .approved ? .done : .waiting
            let words = change.decided.map { "\($0.name)，\($0.at.shortChinese)" } ?? ""
            return """
                \(StatusBadge(change.state.chinese, tone).html)<div class="hint">\(words)</div>\
                \(change.remark.map { "<div class=\"hint\">\($0)</div>" as HTML })
                """
        }
        return "\(StatusBadge(change.state.chinese, .near).html)<div class=\"below\">\(acts(change))</div>"
    }

    private func acts(_ change: GrantChange) -> HTML {
        guard let officer, let token else { return "" }
        let id = String(change.id)
        if officer.account.id == change.asked.accountID {
            return PostButton("撤回", action: RightsPath.settlingGrant(id, "withdrawal"), token: token).html
        }
        guard officer.may(.decideGrants), !officer.roles.contains(change.role) else { return "" }
        return """
            \(PostButton("同意", action: RightsPath.settlingGrant(id, "approval"), token: token, tone: .primary).html)
            <details class="more"><summary>不同意</summary>
            <form class="form" method="post" action="\(RightsPath.settlingGrant(id, "refusal"))">\(token.field)\
            <label class="label" for="remark-\(id)">不同意的原因</label>
            <input class="input" id="remark-\(id)" name="remark" maxlength="500"><button class="button">不同意</button></form></details>
            """
    }
}
