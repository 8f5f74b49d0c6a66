import Government
import Web
import WorkingTime

/// The applicant's requests.
struct MyRequestsPage {
    let rows: [RequestRow]
    let rules: DisclosureRules
    let organs: OrganNameHistory
    let pager: Pager

    var page: Page {
        Page(
            "我的信息公开申请", crumbs: [Link("我的办件", "/my/cases"), Link("我的信息公开申请", nil)],
            body: """
                <h1>我的信息公开申请</h1>
                <p class="actions"><a class="button" href="\(DisclosurePath.form)">申请公开政府信息</a></p>
                \(rows.isEmpty ? EmptyState("您还没有申请过").html : list)\(pager.html)
                """)
    }

    private var list: HTML {
        """
        <ul class="links">\(each: rows, { row in
            "<li><div><a href=\"\(DisclosurePath.mine(row.number))\">\(organs.name(of: row.organ, on: nil)) <span class=\"code\">\(row.number)</span></a></div><span>\(RequestBadge(row, rules: rules).html)</span></li>"
        })</ul>
        """
    }
}

/// Where a request stands, in a word.
struct RequestBadge {
    private let row: RequestRow
    private let rules: DisclosureRules

    init(_ row: RequestRow, rules: DisclosureRules) { (self.row, self.rules) = (row, rules) }

    /// `办理中`, `予以公开`, `已办结`.
    var words: String {
        guard row.endedAt != nil else { return row.receivedOn == nil ? "待确认收到" : "办理中" }
        return row.kind.flatMap(rules.kind)?.name ?? "不再处理"
    }

    var html: HTML {
        StatusBadge(words, row.endedAt == nil ? .active : row.kind == nil ? .waiting : .done).html
    }
}
