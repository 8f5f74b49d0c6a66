import Identity
import Refusals
import Services
import Web

/// Asking to act for somebody.
struct RelativeFormPage {
    static let title = "请求代亲友办事"

    let entry: RelativeForm
    let offered: [PublicService]
    let errors: [FieldError]
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            Self.title,
            crumbs: [Link(RelativeListPage.title, RelativePath.relatives), Link(Self.title, nil)],
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>\(Self.title)</h1>
                <p class="lead">父母、配偶、子女不方便办的事，对方同意以后您可以代办。每一步都会写明是您代谁办的，对方随时可以收回。</p>
                <p>对方可以登录自己的账号同意，可以把手机验证码告诉您，也可以和您一起到综合窗口当面同意。
                未成年人和无民事行为能力人的监护，请带材料到综合窗口登记。</p>
                \(Form(action: RelativePath.relatives, token: token, fields: fields, submit: "提出请求").html)
                """)
    }

    private var fields: [Field] {
        let scopes = [
            Field.Option("everything", "对方本人的全部事项", hint: "可以看到对方本人的全部办件和消息。"),
            Field.Option("services", "只限下面选择的事项", hint: "只能看到您代办的申请。"),
        ]
        return [
            entry.field("name", "对方姓名", .text, errors),
            entry.field("identity", "对方身份证号码", .identityNumber, errors),
            entry.field(
                "relation", "您是对方的", .choice, errors, options: PersonalMandate.Relation.options),
            entry.field("scope", "代办哪些事", .choice, errors, options: scopes),
            Field(
                "services", "事项", .choices, hint: "选择“全部事项”时不用选。", isRequired: false,
                values: entry.services, options: offered.map { .init($0.item.slug, $0.item.name) },
                error: errors["services"]),
            entry.field("from", "开始日期", .date, errors),
            entry.field("until", "截止日期", .date, errors, hint: "最长三年，包括这一天。"),
        ]
    }
}
