import Desk
import Government
import Web
import WorkingTime

/// Requests at one's organs, the newest first.
struct DeskListPage {
    let rows: [RequestRow]
    let rules: DisclosureRules
    let organs: OrganNameHistory
    let isClerk: Bool
    let pager: Pager

    var page: Page {
        Page(
            "信息公开申请", crumbs: [Link("工作台", DeskPath.home), Link("信息公开申请", nil)], width: .wide, area: .desk,
            body: """
                <h1>信息公开申请</h1>
                \(if: isClerk, "<p class=\"actions\"><a class=\"button\" href=\"\(DisclosurePath.intake)\">登记窗口、信函收到的申请</a></p>")
                \(rows.isEmpty ? EmptyState("没有信息公开申请").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "信息公开申请", columns: ["编号", "机关", "类别", "提交", "收到", "状态"].map { Table.Column($0) },
            rows: rows.map(cells)
        ).html
    }

    private func cells(_ row: RequestRow) -> [HTML] {
        [
            "<a class=\"code\" href=\"\(DisclosurePath.desk(row.number))\">\(row.number)</a>",
            "\(organs.name(of: row.organ, on: row.filedAt.day))",
            "\(rules.category(row.category)?.name ?? row.category)", "\(row.filedAt.shortChinese)",
            "\(row.receivedOn?.shortChinese ?? "待确认")", RequestBadge(row, rules: rules).html,
        ]
    }
}
