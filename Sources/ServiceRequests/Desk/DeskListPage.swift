import Desk
import Web
import WorkingTime

/// Requests at one's organs: what cannot wait, then the newest.
struct DeskListPage {
    let rows: [RequestRow]
    let rules: RequestRules
    /// What the organs are called, by key.
    let organs: [String: String]
    let takesIn: Bool
    let pager: Pager

    var page: Page {
        Page(
            "群众诉求", crumbs: [Link("工作台", DeskPath.home), Link("群众诉求", nil)], width: .wide, area: .desk,
            body: """
                <h1>群众诉求</h1>
                <p class="actions">\(if: takesIn, "<a class=\"button\" href=\"\(RequestPath.intake)\">登记来电、来访</a> <a class=\"button quiet\" href=\"\(RequestPath.callBacks)\">回访</a> ")\
                <a class="button quiet" href="\(RequestPath.reports)">办结报告</a></p>
                \(rows.isEmpty ? EmptyState("没有诉求").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "群众诉求", columns: ["事项", "编号", "类别", "承办单位", "提出", "状态"].map { Table.Column($0) },
            rows: rows.map(cells)
        ).html
    }

    private func cells(_ row: RequestRow) -> [HTML] {
        [
            "<a href=\"\(RequestPath.desk(row.number))\">\(row.title)</a>\(if: row.isUrgent, " \(StatusBadge("紧急", row.isUrgentNow ? .late : .waiting).html)")",
            "<span class=\"code\">\(row.number)</span>",
            "\(rules.category(row.category)?.name ?? row.category)",
            "\(organs[row.organ] ?? row.organ)", "\(row.filedAt.shortChinese)", RequestBadge(row, rules).html,
        ]
    }
}
