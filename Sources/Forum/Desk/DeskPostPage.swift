import Refusals
import RequestDoors
import Web
import WorkingTime

/// One post as moderators and officers see it.
struct DeskPostPage {
    let line: QueueLine
    let rules: ForumRules
    let choices: RequestDoor.Choices
    let organs: [String: String]
    let uptake: Uptake?
    /// Where the request it became is dealt with, and a leader instructs about it.
    let requestPage: String?
    /// That a leader has instructed about it, and the order that came of it, for who may read that.
    let instruction: Instruction?
    let order: InstructionDoor.Standing?
    let reports: [Report]
    let block: Block?
    /// The real name, once it was opened.
    let opened: String?
    let mayModerate: Bool
    /// Whether it is an answer of the officer's organ.
    let mayRevise: Bool
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var post: Post { line.post }
    var id: String { String(post.id) }

    var page: Page {
        Page(
            line.topic.title,
            crumbs: [
                Link("论坛管理", mayModerate ? ForumPath.desk : ForumPath.all), Link(line.topic.title, nil),
            ],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(line.topic.title)</h1>
                \(SummaryList(facts).html)
                \(PostText(post.words).html)
                \(link)\(found)\(instructed)
                \(if: mayModerate, DeskPostDuties(page: self).html)
                \(revising)
                \(taking)
                """)
    }

    private var facts: [SummaryList.Row] {
        let author = post.organ.map { organs[$0] ?? $0 } ?? line.member?.nickname ?? ""
        let rows: [SummaryList.Row?] = [
            .init("状态", "\(post.state.chinese)\(gone)"), post.flag.map { .init("为什么先审", "\($0)") },
            rules.reason(post.reason).map { .init("理由", "\($0.name)") },
            .init("板块", "\(rules.board(line.topic.board)?.name ?? line.topic.board)"),
            .init("作者", "\(author)"), .init("发出", "\(post.createdAt.chinese)"),
            line.member.map { .init("放行过", "\($0.approved) 帖") },
        ]
        return rows.compactMap(\.self)
    }

    /// What is hidden stays so when its author takes the words away.
    private var gone: String {
        guard post.isEmptied, post.state != .deleted else { return "" }
        return post.organ == nil ? "，作者已经删除文字" : "，部门已经撤回"
    }

    private var link: HTML? {
        guard line.topic.state == .shown else { return nil }
        return "<p><a href=\"\(ForumPath.topic(String(line.topic.id)))\">公开的话题</a></p>"
    }

    /// Who may not read the order learns that there is one.
    private var instructed: HTML? {
        guard let instruction else { return nil }
        let number: HTML =
            if let order {
                "督办编号 <a class=\"code\" href=\"\(order.address)\">\(instruction.order)</a>，\(order.stage)\(order.dueAt.map { "，\($0.day.chinese)到期" } ?? "")。"
            } else { "督办编号 <span class=\"code\">\(instruction.order)</span>。" }
        return Card("领导批示", "<p>\(instruction.instructedAt.chinese)作出。\(number)</p>").html
    }

    private var found: HTML? {
        guard mayModerate || mayRevise, !reports.isEmpty else { return nil }
        let items = reports.map { report in
            (rules.reason(report.reason)?.name ?? report.reason, report.words)
        }
        return Notice(
            "\(reports.count) 人举报",
            "<ul>\(each: items, { "<li>\($0)\($1.isEmpty ? "" : "：")\($1)</li>" })</ul>",
            tone: .warning
        ).html
    }

    private var taking: HTML? {
        guard post.organ == nil, post.state == .shown else { return nil }
        if let uptake, let number = uptake.number {
            let link: HTML? = requestPage.map { "<a href=\"\($0)\">查看办理情况</a>" }
            return Card("转为诉求", "<p>已转为诉求 <span class=\"code\">\(number)</span>。\(link)</p>").html
        }
        let asked: HTML? =
            switch uptake?.state {
            case .asked: Notice("已请作者选择", "<p>作者还没有答复。</p>").html
            case .declined: Notice("作者不同意以自己的名义转为诉求", tone: .warning).html
            default: nil
            }
        return Card(
            "转为诉求",
            "\(asked)\(Form(action: ForumPath.deskAct(id, "uptake"), token: token, fields: fields, submit: "转为诉求").html)"
        )
        .html
    }

    private var fields: [Field] {
        [
            Field(
                "way", "以谁的名义", .choice, value: entered?["way"] ?? "author",
                options: [
                    .init("author", "作者", hint: "先请作者同意；办理人员会知道作者是谁。"),
                    .init("office", "本单位", hint: "作为本单位发现的问题上报，不需要作者，也不透露作者。"),
                ]),
            Field(
                "category", "哪方面的事", .division, value: entered?["category"] ?? "",
                options: choices.categories.map { .init($0.code, $0.name) }, error: errors["category"]),
            Field(
                "kind", "是什么", .division, value: entered?["kind"] ?? "",
                options: choices.kinds.map { .init($0.code, $0.name) }, error: errors["kind"]),
            Field(
                "division", "在哪个街道", .division, isRequired: false, value: entered?["division"] ?? "",
                options: choices.streets.map { .init($0.code, $0.name) }, error: errors["division"]),
        ]
    }
}
