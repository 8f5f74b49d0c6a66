import Cases
import Codes
import Desk
import Web

/// What somebody without a name takes along: the number and the code by which progress is found.
struct ReceiptPage {
    let subject: Case

    var page: Page {
        Page(
            "已经提交",
            body: """
                \(Notice("已经提交，请记下编号和查询码", "<p>没有署名，我们无法联系您。凭编号和查询码可以随时查进度和答复。</p>", tone: .done).html)
                <h1>已经提交</h1>
                \(SummaryList([
                    .init("编号", "<span class=\"code\">\(subject.number.text)</span>"),
                    .init("查询码", "<span class=\"code\">\(QueryCode.grouped(subject.queryCode))</span>"),
                ]).html)
                <p class="actions"><a class="button" href="/progress">查进度</a></p>
                """)
    }
}
