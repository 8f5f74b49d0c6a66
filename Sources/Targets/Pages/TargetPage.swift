import Refusals
import Web
import WorkingTime

/// The targets of an organ as they are agreed, with what is reached.
struct TargetPage {
    let standing: TargetStanding
    let outside: TargetOutside
    let organ: String
    /// The name of whoever answers for it now.
    let holder: String
    /// Whose targets alone are shown; nil for all of the organ.
    let person: Int64?
    let account: Int64
    let isHead: Bool
    let reviews: Bool
    let mayDraft: Bool
    let today: CivilDate
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var newest: TargetPlan? { standing.newest }
    private var amounts: [String: Int] { standing.amounts }
    var agreed: TargetPlan? { standing.agreed }
    var reports: [MilestoneReport] { standing.reports }
    private var year: String { String(newest?.year ?? today.year) }
    private var key: String { newest?.organ ?? "" }
    var reached: Set<Int64> { standing.reached }
    var shown: [Target] { (agreed?.targets ?? []).filter { person == nil || $0.accountID == person } }

    var page: Page {
        Page(
            "\(organ)\(year)年目标责任",
            crumbs: [Link("工作台", "/desk"), Link("目标责任", TargetPath.targets), Link(organ, nil)], width: .wide,
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(organ)\(year)年目标责任</h1>
                \(inheritance)
                \(state)
                \(each: shown, card)
                \(TargetForms(page: self, path: { TargetPath.act(year, key, $0) }).html)
                \(history)
                """)
    }

    /// Since when another organ answers for it.
    private var inheritance: HTML? {
        newest?.inheritedOn.map { day in
            Notice(
                "由\(holder)承接",
                "<p>\(organ)撤并，目标自\(day.written)起由\(holder)负责，内容和期限不变。指标数只含撤并以前的办件，以后的算在承接的部门。</p>"
            ).html
        }
    }

    private var state: HTML {
        let total = agreed?.achievement(amounts, reached: reached, of: person)
        let whole = total.map { "按权重算完成 <strong>\(String($0))%</strong>。" as HTML } ?? "还没有可以衡量的目标。"
        let draft: HTML =
            if let newest, newest.state != .agreed {
                "<p>第 \(String(newest.version)) 版\(newest.state.badge) <a href=\"\(TargetPath.draft(year, key))\">查看</a></p>"
            } else if mayDraft {
                PostButton("起草新的版本", action: TargetPath.draft(year, key), token: token).html
            } else { .empty }
        return """
            <p class="lead">\(agreed == nil ? "还没有双方同意的目标。" : whole)</p>
            \(if: person != nil, "<p><a href=\"\(TargetPath.plan(year, key))\">看全部门的目标</a></p>")
            \(draft)
            """
    }

    private func card(_ target: Target) -> HTML {
        let done = target.achievement(amounts, reached: reached)
        return Card(
            target.title,
            """
            \(SummaryList([
                .init("责任人", "<a href=\"\(TargetPath.plan(year, key))?person=\(String(target.accountID))\">\(target.person)</a>，\(target.post)"),
                .init("权重", "\(String(target.weight))"), .init("衡量", measure(target)),
                .init("完成", "\(done.map { "\($0)%" } ?? "没有可以衡量的数")"),
            ]).html)
            \(if: !target.milestones.isEmpty, milestones(target))
            """
        ).html
    }

    private func measure(_ target: Target) -> HTML {
        guard case .figure(let figure, let whole, let atLeast, let wanted) = target.measure else {
            return "按审核通过的节点"
        }
        let unit = whole == nil ? "" : "%"
        let name = outside.name(figure) + (whole.map { "占\(outside.name($0))的百分比" } ?? "")
        let value = target.value(amounts).map { "\($0)\(unit)" } ?? "—"
        let cases = outside.cases(key, newest?.year ?? today.year, figure)
        let link: HTML = cases.map { "（<a href=\"\($0)\">看背后的办件</a>）" } ?? .empty
        return "\(name)\(atLeast ? "不低于" : "不高于") \(String(wanted))\(unit)；现在 \(value)\(link)"
    }

    private func milestones(_ target: Target) -> HTML {
        Table(
            "\(target.title)的节点", columns: [.init("节点"), .init("期限"), .init("现在")],
            rows: target.milestones.map { one in
                ["\(one.name)", "\(one.dueOn.shortWithWeekday)", "\(badge(one))\(signals(one))"]
            }
        ).html
    }

    /// What supervision has noticed, each with its page.
    private func signals(_ one: Target.Milestone) -> HTML {
        HTML.joined(
            (standing.signals[String(one.key)] ?? []).map { signal -> HTML in
                "<br><a href=\"\(signal.path)\">监察信号：\(signal.level)</a>（\(signal.state)）"
            })
    }

    private func badge(_ one: Target.Milestone) -> HTML {
        if reached.contains(one.key) { return StatusBadge("已完成", .done).html }
        if reports.contains(where: { $0.milestone == one.key && $0.ruling == nil }) {
            return StatusBadge("等待审核", .near).html
        }
        return one.dueOn < today ? StatusBadge("已超期", .late).html : StatusBadge("未到期", .waiting).html
    }

    private var history: HTML {
        let versions = standing.versions
        guard versions.contains(where: { $0.answeredAt != nil }) else { return .empty }
        return """
            <h2>双方同意的版本</h2>
            \(Timeline(versions.compactMap { one in
                one.answeredAt.map { at in
                    .init(at, "<strong>第 \(String(one.version)) 版</strong>，\(one.offeredByName ?? "")提出，\(one.answeredByName ?? "")同意\(if: one.reason != nil, "<br>为什么改：\(one.reason ?? "")")")
                }
            }).html)
            """
    }
}
