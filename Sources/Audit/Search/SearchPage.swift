import Journal
import Refusals
import Web
import WorkingTime

/// What was found in the journal, the newest first.
struct SearchPage {
    let query: AuditQuery
    let actions: AuditActions
    let organs: OrganNaming
    let token: CSRFToken
    var findings: JournalFindings?
    var pager: Pager?
    var errors: [FieldError] = []

    var page: Page {
        Page(
            "审计日志", crumbs: [Link("工作台", "/desk"), Link("审计日志", nil)], width: .wide, area: .desk,
            offersSearch: false,
            body: """
                \(ErrorSummary(errors).html)
                <h1>审计日志</h1>
                <p class="lead">谁在什么时候对什么做了什么。检索具体人员或对象时，检索本身也会留下记录。\
                <a href="\(AuditPath.patterns)">异常线索</a></p>
                \(SearchForm(query: query, actions: actions, organs: organs, errors: errors).html)
                \(findings.map(list))\(pager?.html)\(if: findings?.entries.isEmpty == false, export)
                """)
    }

    private func list(_ findings: JournalFindings) -> HTML {
        """
        \(findings.entries.isEmpty ? empty(findings) : table(findings.entries))
        \(findings.lookedBackTo.map { "<p class=\"hint\">这一页已查到 \($0.chinese)，更早的请看下一页。</p>" })
        """
    }

    private func empty(_ findings: JournalFindings) -> HTML {
        findings.next == nil
            ? EmptyState("没有符合条件的记录", "<p>请放宽条件再检索。</p>").html
            : EmptyState("这一段时间没有符合条件的记录", "<p>请看下一页，继续往前查。</p>").html
    }

    private func table(_ entries: [StoredEntry]) -> HTML {
        Table(
            "日志记录", columns: ["时间", "谁", "做了什么", "对象", "结果"].map { Table.Column($0) },
            rows: entries.map(row)
        ).html
    }

    private func row(_ stored: StoredEntry) -> [HTML] {
        let entry = stored.entry
        return [
            "<a href=\"\(AuditPath.entry(String(stored.id)))\">\(entry.at.chinese)</a>",
            "\(entry.actor.name)<div class=\"hint\">\(entry.actor.organ.map { organs[$0] } ?? "")</div>",
            "\(actions[entry.action])<div class=\"hint\">\(entry.sentence)</div>",
            "<span class=\"code\">\(AuditRules.caseNumber(of: entry) ?? entry.subject)</span>",
            OutcomeBadge(entry.outcome).html,
        ]
    }

    private var export: HTML {
        let reason = Field("reason", "导出的理由", .text, hint: "写进文件首行和日志，例如：办理信访件。")
        return """
            <details class="more"><summary>导出这些记录</summary>
            \(Form(
                action: AuditPath.exports, token: token, fields: [reason],
                also: "\(each: query.values, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })",
                submit: "导出（CSV）").html)</details>
            """
    }
}

/// How something ended.
struct OutcomeBadge {
    private let outcome: JournalEntry.Outcome

    init(_ outcome: JournalEntry.Outcome) { self.outcome = outcome }

    var words: String {
        switch outcome {
        case .done: "完成"
        case .refused: "拒绝"
        case .failed: "失败"
        }
    }

    var html: HTML { StatusBadge(words, outcome == .done ? .done : .late).html }
}
