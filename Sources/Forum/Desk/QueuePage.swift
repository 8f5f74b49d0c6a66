import Web
import WorkingTime

/// What moderators have to look at: posts that wait, posts that readers reported, appeals.
struct QueuePage {
    let waiting: [QueueLine]
    let reported: [ReportedLine]
    /// Behind the last of them; nil at the end.
    let moreReported: String?
    let appeals: [(block: Block, member: Member)]
    let rules: ForumRules
    let pager: Pager
    let token: CSRFToken

    var page: Page {
        Page(
            "论坛管理", crumbs: [Link("工作台", "/desk"), Link("论坛管理", nil)], width: .wide, area: .desk,
            body: """
                <h1>论坛管理</h1>
                <p class="lead">先审的帖子、读者举报、禁言申诉。退回、隐藏和禁言都写明理由，会告诉作者。</p>
                <h2>等待审核</h2>\(queue)\(pager.html)
                <h2>读者举报</h2>\(reports)\(further)
                <h2>禁言申诉</h2>\(blocks)
                <p><a href="\(ForumPath.all)">去论坛</a></p>
                """)
    }

    private var queue: HTML {
        guard !waiting.isEmpty else { return EmptyState("没有等待审核的帖子").html }
        return Table(
            "等待审核的帖子",
            columns: [.init("话题"), .init("帖子"), .init("作者"), .init("为什么先审"), .init("发出"), .init("操作")],
            rows: waiting.map { line in
                head(line) + [
                    "\(line.post.flag ?? "")", "\(line.post.createdAt.shortChinese)",
                    PostButton(
                        "公开", action: ForumPath.deskAct(String(line.post.id), "approval"), token: token,
                        values: [("seen", line.post.version)]
                    ).html,
                ]
            }
        ).html
    }

    private var reports: HTML {
        guard !reported.isEmpty else { return EmptyState("没有没处理的举报").html }
        return Table(
            "被举报的帖子",
            columns: [.init("话题"), .init("帖子"), .init("作者"), .init("举报"), .init("人数", isNumber: true)],
            rows: reported.map { one in
                let names = one.reports.map { rules.reason($0.reason)?.name ?? $0.reason }
                return head(one.line)
                    + ["\(Set(names).sorted().joined(separator: "、"))", "\(one.reports.count)"]
            }
        ).html
    }

    /// The list of reports has pages of its own, whatever page the queue is on.
    private var further: HTML? {
        moreReported.map {
            """
            <nav class="pager" aria-label="翻举报"><a class="button quiet" href="\(ForumPath.desk)?reported=\($0)" \
            rel="next">后面的举报</a></nav>
            """
        }
    }

    private func head(_ line: QueueLine) -> [HTML] {
        [
            "<a href=\"\(ForumPath.post(String(line.post.id)))\">\(line.topic.title)</a>",
            whole(line.post.words),
            "\(line.member?.nickname ?? (line.post.organ == nil ? "" : "部门答复"))",
        ]
    }

    /// All of it: nothing is made public but what was read. What is long is folded.
    private func whole(_ words: String) -> HTML {
        let text = PostText(words).html
        guard words.count > 200 else { return text }
        return """
            \(PostText.beginning(of: words, 60))…
            <details class="more"><summary>全文，\(words.count) 字</summary>\(text)</details>
            """
    }

    private var blocks: HTML {
        guard !appeals.isEmpty else { return EmptyState("没有没处理的申诉").html }
        return "\(each: appeals, appeal)"
    }

    private func appeal(_ appeal: (block: Block, member: Member)) -> HTML {
        let block = appeal.block
        let fields = [
            Field(
                "decision.\(block.id)", "怎样处理", .choice, value: "upheld",
                options: [.init("lifted", "申诉成立，解除禁言"), .init("upheld", "申诉不成立")]),
            Field("answer.\(block.id)", "理由", .longText, hint: "会告诉申诉人。由作出禁言的人以外的另一人处理。"),
        ]
        return Card(
            "\(appeal.member.nickname)：禁言到\(block.untilAt.chinese)",
            """
            <p>原因：\(rules.reason(block.reason)?.name ?? block.reason)</p>
            <blockquote class="words">\(block.appeal ?? "")</blockquote>
            \(Form(action: ForumPath.decision(String(block.id)), token: token, fields: fields, submit: "决定").html)
            """
        ).html
    }
}
