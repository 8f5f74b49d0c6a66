import Refusals
import Web

/// Someone else was first, or the case has moved on: said kindly, without losing what was written.
struct ConflictPage {
    let sentence: Sentence
    let number: String
    let attempt: Attempt

    var page: Page {
        Page(
            "没有保存", crumbs: [Link("工作台", DeskPath.home), Link(number, DeskPath.page(of: number))],
            area: .desk,
            body: """
                <div class="refusal"><h1>没有保存</h1>
                <p class="lead">\(sentence)</p>
                \(written)
                <p class="actions"><a class="button" href="\(DeskPath.page(of: number))">查看办件现在的情况</a>\
                <a class="button quiet" href="\(DeskPath.home)">回到我的待办</a></p></div>
                """)
    }

    /// Long texts are worth keeping, to be copied.
    private var written: HTML? {
        let texts = ["opinion", "reason", "question", "note"]
            .compactMap { attempt.form[attempt.action.field($0)] }
            .filter { $0.count > 1 && $0.contains { $0.isWhitespace || !$0.isASCII } }
        guard !texts.isEmpty else { return nil }
        return """
            <p>您刚才写的内容，需要时可以复制：</p>
            \(each: texts, { "<blockquote class=\"words\">\($0)</blockquote>" })
            """
    }
}
