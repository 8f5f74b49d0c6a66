import Identity
import Refusals
import Web
import WorkingTime

/// Who stands in for whom in an organ, and how to arrange it.
struct DeputyPage {
    let organ: String
    let organs: OrganNames
    let delegations: [PostDelegation]
    let members: [OrganMember]
    let entry: DeputyForm
    let errors: [FieldError]
    let refusal: Sentence?
    let pager: Pager
    let officer: OfficerContext
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            "请假代理", crumbs: [Link("工作台", "/desk"), Link("请假代理", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refused)
                <h1>请假代理</h1>
                <p class="lead">\(organs[organ])。代理期间，代理人可以办理请假人岗位上的事项，以自己的名义签办，并注明代谁。</p>
                \(others)
                \(form)
                <h2>代理记录</h2>\(delegations.isEmpty ? empty : table)\(pager.html)
                """)
    }

    private var refused: HTML? {
        refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
    }

    private var others: HTML? {
        let others = officer.organs.subtracting([organ]).sorted()
        guard !others.isEmpty else { return nil }
        return """
            <p>\(each: others, { "<a href=\"\(RightsPath.deputies)?organ=\($0)\">\(organs[$0])的代理</a> " })</p>
            """
    }

    private var isHead: Bool { officer.holds(.head, in: organ) }

    private var form: HTML {
        let people = members.map { Field.Option(String($0.id), $0.name, hint: nil) }
        let away = isHead ? people : people.filter { $0.value == String(officer.account.id) }
        return """
            <h2>安排代理</h2>
            \(Form(
                action: RightsPath.deputies, token: token,
                fields: [
                    field("away", "请假人", .choice, options: away),
                    field("deputy", "代理人", .choice, options: people),
                    field("from", "开始日期", .date),
                    field("until", "截止日期", .date, hint: "最长 \(PostDelegation.longestDays) 天，包括这一天。"),
                    field("reason", "原因", .text, hint: "例如年休假。"),
                ],
                also: "<input type=\"hidden\" name=\"organ\" value=\"\(organ)\">", submit: "安排代理").html)
            """
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, value: entry.text(name), options: options, error: errors[name])
    }

    private var empty: HTML { EmptyState("还没有安排过代理", "<p>请假、出差前在上面安排，期限一到自动收回。</p>").html }

    private var table: HTML {
        Table(
            "代理记录", columns: [.init("请假人"), .init("代理人"), .init("期限"), .init("原因"), .init("状态")],
            rows: delegations.map { line in
                [
                    "\(line.from.name)", "\(line.to.name)", "\(line.term.chinese)",
                    "\(line.reason)<div class=\"hint\">\(line.arranged.name)安排</div>", state(line),
                ]
            }
        ).html
    }

    private func state(_ line: PostDelegation) -> HTML {
        if let ended = line.ended {
            return
                "\(StatusBadge("已提前结束", .waiting).html)<div class=\"hint\">\(ended.name)，\(ended.at.shortChinese)</div>"
        }
        guard let last = line.term.until, today <= last else { return StatusBadge("已到期", .waiting).html }
        let badge = line.isInForce(on: today) ? StatusBadge("代理中", .active) : StatusBadge("未开始", .near)
        let isTheirs = [line.from.id, line.to.id].contains(officer.account.id) || isHead
        guard isTheirs else { return badge.html }
        let end = PostButton(
            "提前结束", action: RightsPath.ending(String(line.id)), token: token, values: [("organ", organ)])
        return "\(badge.html)<div class=\"below\">\(end.html)</div>"
    }
}
