import Refusals
import Web
import WorkingTime

/// A topic: what its author said, what organs answer, what others say.
struct TopicPage {
    let topic: Topic
    let board: Board?
    let head: [ShownPost]
    let replies: [ShownPost]
    let rules: ForumRules
    let organs: [String: String]
    let reader: Reader
    let quoted: ShownPost?
    let said: String?
    let entered: FormData?
    let errors: [FieldError]
    let pager: Pager
    let token: CSRFToken

    private var id: String { String(topic.id) }
    private var pieces: PostPieces {
        PostPieces(reader: reader, organs: organs, rules: rules, isOpen: topic.state == .shown, token: token)
    }

    var page: Page {
        let first = head.first { $0.post.isFirst }
        return Page(
            topic.title,
            crumbs: [
                Link("市民论坛", ForumPath.all),
                Link(board?.name ?? "停用的板块", "\(ForumPath.all)?board=\(topic.board)"), Link(topic.title, nil),
            ],
            description: first.map { String($0.post.words.prefix(120)) },
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(topic.title)</h1>
                \(notice)
                \(first.map(pieces.card))
                \(each: head.filter { $0.post.organ != nil }, pieces.card)
                <h2>回复</h2>
                \(if: replies.isEmpty, EmptyState("还没有人回复").html)
                \(each: replies, pieces.card)
                \(pager.html)
                \(official)
                \(form)
                """)
    }

    private var notice: HTML? {
        switch said {
        case "waiting":
            Notice("收到了，审核以后公开", "<p>新成员的帖子、带链接和疑似重复的帖子先由工作人员看一遍。进展在“我的论坛”查看。</p>", tone: .done).html
        case "shown": Notice("发出去了", "<p>\(rules.limits.editMinutes) 分钟内可以修改。</p>", tone: .done).html
        case "supported": Notice("已赞同", tone: .done).html
        case "reported": Notice("收到您的举报", "<p>核对以后会告诉您。</p>", tone: .done).html
        default: nil
        }
    }

    private var official: HTML? {
        guard reader.mayAnswer, topic.state == .shown else { return nil }
        let field = Field(
            "answer", "以部门名义答复", .longText, hint: "带部门标记，排在回复前面。", value: entered?["answer"] ?? "",
            error: errors["answer"])
        return Card(
            "部门答复",
            Form(action: ForumPath.saying(id, "answers"), token: token, fields: [field], submit: "公布答复").html
        ).html
    }

    private var form: HTML? {
        guard topic.state == .shown else { return nil }
        guard reader.isSignedIn else {
            return
                "<p class=\"actions\"><a class=\"button\" href=\"/sign-in?next=\(ForumPath.topic(id))\">登录后回复</a></p>"
        }
        guard reader.isPerson else {
            return reader.mayAnswer ? nil : Notice("发言请用实名的个人账号", "<p>页面上只显示昵称，真实姓名不公开。</p>").html
        }
        if reader.member?.isBlocked(at: reader.now) == true {
            return Notice(
                "您现在不能发言", "<p>原因和申诉的办法在<a href=\"\(ForumPath.mine)\">我的论坛</a>。</p>", tone: .warning
            ).html
        }
        let words = Field(
            "words", "您的回复", .longText, hint: "请不要写电话、身份证号。以 > 开头的行是引用。",
            value: entered?["words"] ?? quote, error: errors["words"])
        return """
            <h2 id="reply">写回复</h2>\(Form(
                action: ForumPath.saying(id, "replies"), token: token,
                fields: NicknameField.fields(reader.member, entered, errors) + [words], submit: "回复").html)
            """
    }

    private var quote: String {
        guard let quoted else { return "" }
        let name = quoted.post.organ.map { organs[$0] ?? $0 } ?? quoted.author
        return PostText.quoted(quoted.post.words, by: name)
    }
}

/// Asks for a nickname with the first post, and never again.
enum NicknameField {
    static func fields(_ member: Member?, _ entered: FormData?, _ errors: [FieldError]) -> [Field] {
        guard member == nil else { return [] }
        return [
            Field(
                "nickname", "昵称", hint: "2 到 16 个字。大家看到的是昵称，不是您的姓名。", value: entered?["nickname"] ?? "",
                error: errors["nickname"], autocomplete: "off")
        ]
    }
}
