import Refusals
import Web
import WorkingTime

/// What was unusual, the newest first.
struct PatternPage {
    let findings: [Finding]
    let state: Finding.State
    let organs: OrganNaming
    let rules: VersionedRules
    let refusal: Sentence?
    let pager: Pager
    let token: CSRFToken

    var page: Page {
        Page(
            "异常线索",
            crumbs: [Link("工作台", "/desk"), Link("审计日志", AuditPath.search), Link("异常线索", nil)], width: .wide,
            area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>异常线索</h1>
                <p class="lead">按\(rules.words)规则从日志中找出，只是线索，要核查后才有结论。\
                <a href="\(AuditPath.rules)">查看和修改规则</a></p>
                <p>\(each: Finding.State.allCases, link)</p>
                \(findings.isEmpty ? empty : table)\(pager.html)
                """)
    }

    private func link(_ other: Finding.State) -> HTML {
        other == state
            ? "<b>\(other.chinese)</b> "
            : "<a href=\"\(AuditPath.patterns)?state=\(other.rawValue)\">\(other.chinese)</a> "
    }

    private var empty: HTML { EmptyState("没有\(state.chinese)的线索", "<p>系统每半分钟检查一次新的日志。</p>").html }

    private var table: HTML {
        Table(
            "异常线索", columns: ["线索", "谁", "何时", "处理"].map { Table.Column($0) }, rows: findings.map(row)
        ).html
    }

    private func row(_ finding: Finding) -> [HTML] {
        [
            """
            \(finding.pattern.chinese)<div class="hint">\(finding.pattern.words(finding.count))，\
            <span class="code">\(finding.subject)</span></div>
            """,
            """
            \(who(finding))<div class="hint">\(finding.organ.map { organs[$0] } ?? "")</div>
            """,
            "\(finding.since.shortChinese)<div class=\"hint\">最近 \(finding.until.shortChinese)</div>",
            finding.state == .open ? acts(finding) : settled(finding),
        ]
    }

    /// Leads to what they did that day.
    private func who(_ finding: Finding) -> HTML {
        guard finding.accountID != 0 else { return "<span class=\"code\">\(finding.who)</span>" }
        let day = finding.until.day.iso
        return """
            <a href="\(AuditPath.search)?person=\(NamedAccounts.numberMark)\(finding.accountID)&amp;from=\(day)T00:00&amp;until=\(day)T23:59">\(finding.who)</a>
            """
    }

    private func settled(_ finding: Finding) -> HTML {
        """
        \(StatusBadge(finding.state.chinese, finding.state == .handed ? .active : .waiting).html)
        <div class="hint">\(finding.settledBy ?? "")：\(finding.words ?? "")</div>
        """
    }

    private func acts(_ finding: Finding) -> HTML {
        """
        \(if: finding.organ != nil, act(finding, "handover", "移交部门负责人", "移交说明"))\
        \(act(finding, "dismissal", "排除", "核查情况"))
        """
    }

    private func act(_ finding: Finding, _ how: String, _ words: String, _ label: String) -> HTML {
        let id = "\(how)-\(finding.id)"
        return """
            <details class="more"><summary>\(words)</summary>
            <form class="form" method="post" action="\(AuditPath.settling(String(finding.id), how))">\(token.field)\
            <label class="label" for="\(id)">\(label)</label>
            <input class="input" id="\(id)" name="reason" maxlength="500"><button class="button">\(words)</button></form></details>
            """
    }
}
