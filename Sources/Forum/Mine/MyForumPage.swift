import Refusals
import Web
import WorkingTime

/// One's own corner of the forum.
struct MyForumPage {
    let member: Member?
    let posts: [(Post, String)]
    let rules: ForumRules
    let block: Block?
    let asked: [(uptake: Uptake, title: String, words: String)]
    let said: String?
    let entered: FormData?
    let errors: [FieldError]
    let pager: Pager
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "我的论坛", crumbs: [Link("市民论坛", ForumPath.all), Link("我的论坛", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>我的论坛</h1>
                \(notice)\(blocked)\(each: asked, question)
                <p class="actions"><a class="button" href="\(ForumPath.new)">发起话题</a></p>
                <h2>我发的帖子</h2>
                \(list)\(pager.html)
                \(name)
                """)
    }

    private var notice: HTML? {
        let words: String? =
            switch said {
            case "waiting": "收到了，审核以后公开"
            case "deleted": "已经删除"
            case "renamed": "昵称改好了"
            case "appealed": "申诉收到了，由另一位工作人员处理"
            case "taken": "收到您的选择"
            default: nil
            }
        return words.map { Notice($0, tone: .done).html }
    }

    private var blocked: HTML? {
        guard let block, block.endedAt == nil, block.untilAt > now else { return nil }
        let reason = rules.reason(block.reason)
        return Notice(
            "您被禁言到\(block.untilAt.chinese)",
            "<p>原因：\(reason?.name ?? block.reason)。\(reason?.words ?? "")</p>\(appeal(block))",
            tone: .warning
        ).html
    }

    private func appeal(_ block: Block) -> HTML {
        if let answer = block.answer { return "<p>申诉没有成立：\(answer)</p>" }
        if block.appealedAt != nil { return "<p>您已经申诉，正在由另一位工作人员处理。</p>" }
        let field = Field(
            "appeal", "为什么不该禁言", .longText, hint: "可以申诉一次，由作出禁言的人以外的另一人处理。",
            value: entered?["appeal"] ?? "", error: errors["appeal"])
        return Form(action: ForumPath.appeal, token: token, fields: [field], submit: "申诉").html
    }

    private func question(_ asked: (uptake: Uptake, title: String, words: String)) -> HTML {
        let path = ForumPath.consent(String(asked.uptake.id))
        return Notice(
            "要把“\(asked.title)”里的帖子转为诉求吗？",
            """
            <blockquote class="words">\(asked.words.prefix(200))</blockquote>
            <p>同意以后由责任单位限期办理，办理人员会知道您的姓名和联系方式，论坛上仍然只显示昵称。答复公开以后贴回论坛。</p>
            \(PostButton("同意，转为诉求", action: path, token: token, tone: .primary, values: [("agrees", "yes")]).html)
            \(PostButton("不同意", action: path, token: token, values: [("agrees", "no")]).html)
            """
        ).html
    }

    private var list: HTML {
        guard !posts.isEmpty else { return EmptyState("您还没有发过帖子").html }
        return """
            <ul class="organs">\(each: posts, { post, title in
                """
                <li class="organ"><b>\(link(post, title))</b> \(badge(post))
                <p>\(PostText.beginning(of: post.words, 80))</p>\(reason(post))</li>
                """
            })</ul>
            """
    }

    private func link(_ post: Post, _ title: String) -> HTML {
        post.state == .shown
            ? "<a href=\"\(ForumPath.topic(String(post.topicID)))#post-\(post.id)\">\(title)</a>" : "\(title)"
    }

    private func badge(_ post: Post) -> HTML {
        switch post.state {
        case .shown: StatusBadge(post.state.chinese, .done).html
        case .waiting: StatusBadge(post.state.chinese, .near).html
        case .refused, .hidden: StatusBadge(post.state.chinese, .late).html
        case .deleted: StatusBadge(post.state.chinese, .waiting).html
        }
    }

    private func reason(_ post: Post) -> HTML? {
        rules.reason(post.reason).map { "<p>\($0.words)</p>" }
    }

    private var name: HTML {
        let field = Field(
            "nickname", "昵称", hint: "2 到 16 个字。大家看到的是昵称，不是您的姓名。",
            value: entered?["nickname"] ?? member?.nickname ?? "", error: errors["nickname"],
            autocomplete: "off")
        return
            "<h2>昵称</h2>\(Form(action: ForumPath.nickname, token: token, fields: [field], submit: "保存").html)"
    }
}
