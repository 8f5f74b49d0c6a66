import Refusals
import Web

/// Letting somebody follow one's matters.
struct FollowFormPage {
    static let title = "请亲友关注进度"

    let entry: FollowForm
    let errors: [FieldError]
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            Self.title, crumbs: [Link(FollowListPage.title, ProgressPath.follows), Link(Self.title, nil)],
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>\(Self.title)</h1>
                <p class="lead">对方同意以后，可以看到办到哪一步、各部门的期限和经过，看不到您填写的内容、材料和文书，也不能替您办理。您随时可以结束。</p>
                \(Form(action: ProgressPath.follows, token: token, fields: fields, submit: "发出邀请").html)
                """)
    }

    private var fields: [Field] {
        let scopes = [
            Field.Option("everything", "我本人的全部办件", hint: "不包括以单位名义办理的。"), Field.Option("matter", "只限一个办件"),
        ]
        return [
            field("name", "对方姓名", .text),
            field("identity", "对方身份证号码", .identityNumber, hint: "对方须已注册个人账号。"),
            field(
                "relation", "对方是您的", .choice,
                options: Follow.Relation.allCases.map { Field.Option($0.rawValue, $0.chinese) }),
            field("scope", "能看到哪些", .choice, options: scopes),
            field("number", "办件编号", .text, hint: "21 位数字；选“全部办件”时不用填。", isRequired: false),
            field("until", "截止日期", .date, hint: "最长一年，包括这一天。"),
        ]
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entry.text(name), options: options,
            error: errors[name], autocomplete: "off")
    }
}
