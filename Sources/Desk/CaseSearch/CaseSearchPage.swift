import Cases
import Government
import Web
import WorkingTime

/// The cases that were found, newest first.
struct CaseSearchPage {
    let search: CaseSearch
    let rows: [CaseSummary]
    let pager: Pager
    let organs: [Organ]
    let counts: [DeskQueue: DeskCount]
    let isClerk: Bool
    let readsLicences: Bool
    let calendar: WorkingCalendar
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "查找办件", width: .wide, area: .desk,
            body: """
                <div class="columns-desk">\(DeskNavigation(counts: counts, isClerk: isClerk, readsLicences: readsLicences, current: DeskPath.search).html)
                <div><h1>查找办件</h1>\(CaseSearchForm(search: search, organs: organs).html)
                \(rows.isEmpty ? empty.html : list)</div>
                </div>
                """)
    }

    private var list: HTML {
        """
        <p class="quiet-words">\(search.isEmpty ? "您能查看的全部办件" : "符合条件的办件")，新提交的在前。</p>
        \(Table("办件", columns: columns, rows: rows.map(cells)).html)
        \(pager.html)
        \(PostButton("导出", action: DeskPath.exports, token: token, values: search.values).html)
        """
    }

    private var columns: [Table.Column] {
        [.init("事项与申请人"), .init("阶段与部门"), .init("剩余时限"), .init("办件编号", isNumber: true)]
    }

    private func cells(_ line: CaseSummary) -> [HTML] {
        [
            """
            <a href="\(DeskPath.page(of: line.number))"><b>\(line.name)</b></a>\
            \(if: line.parentNumber != nil, " · 联办事项")<br>\(line.applicant)
            """,
            """
            \(PhaseBadge(line).html)<br>
            <span class="quiet-words">\(organs.first { $0.key == line.organ }?.name ?? line.organ)</span>
            """,
            due(line),
            """
            <span class="code">\(line.number)</span><br>
            <span class="quiet-words"><time datetime="\(line.filedAt.rfc3339)">\(line.filedAt.shortChinese)</time>提交</span>
            """,
        ]
    }

    private func due(_ line: CaseSummary) -> HTML {
        let words = DueWords(due: line.dueAt, isPaused: false, now: now, calendar: calendar)
        return words?.badge(due: line.dueAt) ?? "<span class=\"quiet-words\">—</span>"
    }

    private var empty: EmptyState {
        search.isEmpty
            ? EmptyState("还没有您能查看的办件", "<p>分送到您部门的申请会出现在这里。</p>")
            : EmptyState(
                "没有找到符合条件的办件",
                "<p>请检查编号有没有输错，或<a href=\"\(DeskPath.search)\">清除条件</a>再找。</p>")
    }
}
