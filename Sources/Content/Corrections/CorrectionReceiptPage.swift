import RequestDoors
import Web
import WorkingTime

/// What came of a correction, for who has its code.
struct CorrectionReceiptPage {
    let correction: Correction
    /// The limit for the answer, in working days.
    let days: Int
    /// How far the request has come that it became; nil where it stayed what it was.
    let standing: RequestDoor.Standing?

    var page: Page {
        Page(
            "纠错的答复", crumbs: [Link(correction.title, correction.path), Link("纠错的答复", nil)],
            body: """
                <h1>\(correction.answer == nil ? "已收到您的纠错" : "纠错的答复")</h1>
                <section class="receipt"><p>查询码</p><p class="receipt-number">\(correction.code)</p>
                <p>\(state)</p></section>
                \(correction.answer.map { Card("答复", "<p class=\"words\">\($0.words)</p>").html })\(request)
                <h2>您的纠错</h2>
                \(CorrectionSummary(correction: correction).html)
                <p class="actions"><span data-print="打印回执"></span><a class="button quiet" href="\(correction.path)">回到页面</a></p>
                """)
    }

    /// What came of the request, as far as everybody may know it.
    private var request: HTML? {
        guard let standing, let number = correction.request else { return nil }
        let words =
            standing.answer
            ?? (standing.hasEnded ? "已经办结，答复没有公开。" : "责任单位正在办理，答复公开以后在这里看得到。")
        return Card(
            "诉求 \(number)",
            """
            <p class="words">\(words)</p>\(standing.address.map { "<p><a href=\"\($0)\">公开的答复</a></p>" })
            """
        ).html
    }

    private var state: String {
        guard let answer = correction.answer else {
            return "编辑会在 \(days) 个工作日内核对并答复。请记下查询码或者收藏本页，凭它看答复。"
        }
        return "\(answer.at.chinese)答复：\(answer.outcome.chinese)。"
    }
}

/// What a reader said.
struct CorrectionSummary {
    let correction: Correction

    var html: HTML {
        SummaryList(
            [
                .init("页面", "<a href=\"\(correction.path)\">\(correction.title)</a>"),
                .init("问题", "\(correction.kind.chinese)"),
                .init(
                    "原文",
                    "<div class=\"words\">\(correction.passage.isEmpty ? "（没有摘录）" : correction.passage)</div>"
                ),
                .init("说明", "<div class=\"words\">\(correction.words)</div>"),
                .init("收到", "\(correction.receivedAt.chinese)"),
            ]
        ).html
    }
}
