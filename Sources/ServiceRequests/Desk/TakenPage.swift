import Cases
import Codes
import Desk
import Web

/// What whoever takes a call or a visitor reads out when it is entered: number and code, by which somebody without an account
/// follows it. The code stands here once; whoever may see the request later learns nothing of it.
struct TakenPage {
    let subject: Case
    /// Whether whoever entered it may go on with it.
    let mayOpen: Bool

    private var number: String { subject.number.text }

    var page: Page {
        Page(
            "已经登记", crumbs: [Link("群众诉求", RequestPath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(Notice("已经登记，请把编号和查询码告诉反映人", "<p>反映人没有账号，凭编号和查询码在网站“查进度”看办理情况和答复。查询码只在这里显示一次。</p>", tone: .done).html)
                <h1>已经登记</h1>
                \(SummaryList([
                    .init("编号", "<span class=\"code\">\(number)</span>"),
                    .init("查询码", "<span class=\"code\">\(QueryCode.grouped(subject.queryCode))</span>"),
                    .init("受理单位", "\(subject.plan.organName)"),
                ]).html)
                <p class="actions">\(if: mayOpen, "<a class=\"button\" href=\"\(RequestPath.desk(number))\">打开这件诉求</a> ")<a class="button quiet" href="\(RequestPath.intake)">再登记一件</a></p>
                """)
    }
}

/// What whoever adds somebody to a request that is there reads out.
struct AddedPage {
    let row: RequestRow
    let mayOpen: Bool

    var page: Page {
        Page(
            "已经加上", crumbs: [Link("群众诉求", RequestPath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(Notice("已经加上这位反映人", "<p>答复以后按电话告诉他。</p>", tone: .done).html)
                <h1>已经加上</h1>
                \(SummaryList([
                    .init("同一件诉求", "\(row.title)"), .init("编号", "<span class=\"code\">\(row.number)</span>"),
                ]).html)
                <p class="actions">\(if: mayOpen, "<a class=\"button\" href=\"\(RequestPath.desk(row.number))\">打开这件诉求</a> ")<a class="button quiet" href="\(RequestPath.intake)">再登记一件</a></p>
                """)
    }
}
