import Identity
import Web
import WorkingTime

/// Changes of posts, each with what this officer may do about it.
struct ChangeTable {
    let lines: [(change: PostChange, name: String)]
    let organs: OrganNames
    let officer: OfficerContext
    let token: CSRFToken

    var html: HTML {
        Table(
            "岗位变动", columns: [.init("变动"), .init("原因"), .init("提出"), .init("状态")],
            rows: lines.map {
                [what($0.change, $0.name), "\($0.change.reason)", asked($0.change), state($0.change)]
            }
        ).html
    }

    private func what(_ change: PostChange, _ name: String) -> HTML {
        """
        <a href="\(RightsPath.holder(String(change.accountID)))">\(name)</a>：\(change.kind.chinese)\
        「\(organs.words(change.post, in: change.office))」\(if: change.kind == .grant, "<div class=\"hint\">\(change.term.chinese)</div>")
        """
    }

    private func asked(_ change: PostChange) -> HTML {
        "\(change.asked.name)<div class=\"hint\">\(change.asked.at.shortChinese)</div>"
    }

    private func state(_ change: PostChange) -> HTML {
        guard change.state == .open else {
            let tone: StatusBadge.Tone = change.state == .approved ? .done : .waiting
            let words = change.decided.map { "\($0.name)，\($0.at.shortChinese)" } ?? ""
            return """
                \(StatusBadge(change.state.chinese, tone).html)<div class="hint">\(words)</div>\
                \(if: change.remark != nil, "<div class=\"hint\">\(change.remark ?? "")</div>")
                """
        }
        return "\(StatusBadge(change.state.chinese, .near).html)<div class=\"below\">\(acts(change))</div>"
    }

    private func acts(_ change: PostChange) -> HTML {
        let id = String(change.id)
        if officer.account.id == change.asked.accountID {
            return PostButton("撤回", action: RightsPath.settling(id, "withdrawal"), token: token).html
        }
        guard officer.may(.decidePosts), officer.account.id != change.accountID else { return "" }
        return """
            \(PostButton("同意并执行", action: RightsPath.settling(id, "approval"), token: token, tone: .primary).html)
            <details class="more"><summary>不同意</summary>
            <form class="form" method="post" action="\(RightsPath.settling(id, "refusal"))">\(token.field)\
            <label class="label" for="remark-\(id)">不同意的原因</label>
            <input class="input" id="remark-\(id)" name="remark" maxlength="500"><button class="button">不同意</button></form></details>
            """
    }
}
