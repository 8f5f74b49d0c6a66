import Refusals
import Web
import WorkingTime

/// What a moderator is offered to do with a post; the rules decide again when it is done.
struct DeskPostDuties {
    let page: DeskPostPage

    private var post: Post { page.post }
    private var errors: [FieldError] { page.errors }

    var html: HTML { "\(judging)\(member)" }

    private var judging: HTML? {
        switch post.state {
        case .waiting:
            return Card(
                "审核",
                """
                \(button("公开", "approval", .primary, [("seen", post.version)]))
                \(form("refusal", [reason, alike], "不公开，告诉作者"))
                """
            ).html
        case .shown where post.organ == nil:
            return Card("隐藏", "\(dismissal)\(form("hiding", [reason], "隐藏，告诉作者"))").html
        case .shown:
            return Card("部门答复", "<p>有误的由作出答复的部门更正或者撤回，审核人员不能隐藏。</p>\(dismissal)").html
        case .hidden where !post.isEmptied:
            return "\(concluding)\(Card("恢复", button("恢复公开", "showing", .primary)).html)"
        default: return concluding
        }
    }

    private var dismissal: HTML? {
        page.reports.isEmpty ? nil : button("没有问题，举报不成立", "dismissal", .quiet)
    }

    /// What a post is reported for ends with the post; a report that was left open ends here.
    private var concluding: HTML? {
        guard !page.reports.isEmpty else { return nil }
        return Card("举报", button("帖子已经不公开，结束举报", "conclusion", .quiet)).html
    }

    private var reason: Field {
        Field(
            "reason", "理由", .division, value: page.entered?["reason"] ?? "",
            options: page.rules.reasons.map { .init($0.code, $0.name) }, error: errors["reason"])
    }

    private var alike: Field {
        Field(
            "alike", "同样的内容", .choices, isRequired: false,
            options: [.init("yes", "等待审核的同样内容一并处理")])
    }

    private var member: HTML? {
        guard let member = page.line.member else { return nil }
        return "\(block(member))\(identity)"
    }

    private func block(_ member: Member) -> HTML {
        if member.isBlocked(at: page.now) {
            return Notice("\(member.nickname)被禁言到\(member.blockedUntil?.chinese ?? "")", tone: .warning).html
        }
        let days = Field(
            "days", "多少天", .integer,
            hint: "1 到 \(page.rules.limits.longestBlockDays) 天。期间他的帖子不显示，也不计数；本人可以申诉一次。",
            value: page.entered?["days"] ?? "7", error: errors["days"])
        var why = reason
        (why.name, why.error) = ("block_reason", errors["block_reason"])
        return """
            <details class="more"\(attribute: "open", if: errors["days"] != nil || errors["block_reason"] != nil)><summary>禁言作者</summary>\(form("block", [days, why], "禁言，告诉作者"))</details>
            """
    }

    private var identity: HTML {
        if let name = page.opened {
            return Notice("作者：\(name)", "<p>这次查看已经记入日志。离开本页以后不再显示。</p>", tone: .warning).html
        }
        let field = Field(
            "why", "为什么需要查看", hint: "会记入日志，审计可以看到。", value: page.entered?["why"] ?? "",
            error: errors["why"])
        return """
            <details class="more"\(attribute: "open", if: errors["why"] != nil)><summary>查看作者的真实姓名</summary>\(form("identity", [field], "查看"))</details>
            """
    }

    private func button(
        _ words: String, _ act: String, _ tone: PostButton.Tone,
        _ values: [(name: String, value: String)] = []
    ) -> HTML {
        PostButton(
            words, action: ForumPath.deskAct(page.id, act), token: page.token, tone: tone, values: values
        ).html
    }

    private func form(_ act: String, _ fields: [Field], _ submit: String) -> HTML {
        Form(action: ForumPath.deskAct(page.id, act), token: page.token, fields: fields, submit: submit).html
    }
}
