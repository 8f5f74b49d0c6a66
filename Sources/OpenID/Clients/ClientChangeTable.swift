import Identity
import Web
import WorkingTime

/// What was asked for, and the buttons of whoever may decide.
struct ClientChangeTable {
    let changes: [ClientChange]
    let organs: [Field.Option]
    let officer: OfficerContext
    let token: CSRFToken

    var html: HTML {
        Table(
            "接入申请", columns: [.init("申请"), .init("内容"), .init("提出"), .init("审定")],
            rows: changes.map { change in
                [
                    "\(change.kind.chinese)「\(change.terms.name)」", terms(change.terms),
                    "\(change.asked.name) \(change.asked.at.shortChinese)<p class=\"hint\">\(change.reason)</p>",
                    outcome(change),
                ]
            }
        ).html
    }

    private func terms(_ terms: ClientTerms) -> HTML {
        """
        <div>\(organs.name(terms.organ))，\(terms.kind.chinese)\(if: terms.isFirstParty, "，不再征求同意")</div>
        \(each: terms.redirectURIs, { "<div class=\"code\">\($0)</div>" })
        <p class="hint">可用资料：\(Scopes(terms.scopes).rawValue)</p>
        """
    }

    private func outcome(_ change: ClientChange) -> HTML {
        guard change.state == .open else {
            return """
                \(change.state.chinese) \(change.decided?.name ?? "") \(change.decided?.at.shortChinese ?? "")
                \(change.remark.map { "<p class=\"hint\">\($0)</p>" })
                """
        }
        let isAsker = change.asked.accountID == officer.account.id
        if officer.roles.contains(.secadmin), !isAsker { return decision(String(change.id)) }
        if isAsker {
            return PostButton(
                "撤回", action: OpenIDPath.settling(String(change.id), "withdrawal"), token: token
            ).html
        }
        return StatusBadge("待审定", .waiting).html
    }

    private func decision(_ id: String) -> HTML {
        """
        \(PostButton("同意", action: OpenIDPath.settling(id, "approval"), token: token, tone: .primary).html)
        <details class="more"><summary>不同意</summary>
        <form class="form" method="post" action="\(OpenIDPath.settling(id, "refusal"))">\(token.field)\
        <label class="label" for="remark-\(id)">原因</label>
        <input class="input" id="remark-\(id)" name="remark" maxlength="500">
        <button class="button danger">不同意</button></form></details>
        """
    }
}
