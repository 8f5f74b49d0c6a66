import Cases
import Codes
import Desk
import Web

/// What whoever takes a call or a visitor reads out when it is entered.
struct TakenPage {
    private let title: String
    private let notice: Notice
    private let facts: [SummaryList.Row]
    private let number: String
    /// Whether whoever entered it may go on with it.
    private let mayOpen: Bool

    /// A new request: number and code, by which somebody without an account follows it. The code stands here once; whoever may
    /// see the request later learns nothing of it.
    init(_ subject: Case, mayOpen: Bool) {
        (title, number, self.mayOpen) = ("已经登记", subject.number.text, mayOpen)
        notice = Notice(
            "已经登记，请把编号和查询码告诉反映人",
            "<p>反映人没有账号，凭编号和查询码在网站“查进度”看办理情况和答复。查询码只在这里显示一次。</p>", tone: .done)
        facts = [
            .init("编号", "<span class=\"code\">\(number)</span>"),
            .init("查询码", "<span class=\"code\">\(QueryCode.grouped(subject.queryCode))</span>"),
            .init("受理单位", "\(subject.plan.organName)"),
        ]
    }

    /// One that is there, to which somebody was added.
    init(joined row: RequestRow, mayOpen: Bool) {
        (title, number, self.mayOpen) = ("已经加上", row.number, mayOpen)
        notice = Notice("已经加上这位反映人", "<p>答复以后按电话告诉他。</p>", tone: .done)
        facts = [
            .init("同一件诉求", "\(row.title)"), .init("编号", "<span class=\"code\">\(number)</span>"),
        ]
    }

    var page: Page {
        Page(
            title, crumbs: [Link("群众诉求", RequestPath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(notice.html)
                <h1>\(title)</h1>
                \(SummaryList(facts).html)
                <p class="actions">\(if: mayOpen, "<a class=\"button\" href=\"\(RequestPath.desk(number))\">打开这件诉求</a> ")<a class="button quiet" href="\(RequestPath.intake)">再登记一件</a></p>
                """)
    }
}
