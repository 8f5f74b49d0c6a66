import Codes
import Government
import Refusals
import Web

/// What is it about, and where: enough to find what others have said already.
struct FirstPage {
    let form: RequestForm
    let surroundings: Surroundings
    let errors: [FieldError]
    let isKnown: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "我要反映", crumbs: [Link("大家的诉求", RequestPath.register), Link("我要反映", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>我要反映</h1>
                <p class="lead">咨询、求助、投诉、举报、建议、信访，都从这里提出，由系统分给负责的单位，办到哪一步都能查。</p>
                \(urgent)\(signIn)
                \(Form(action: RequestPath.details, token: token, fields: fields, submit: "下一步").html)
                """)
    }

    private var urgent: HTML {
        Notice(
            "遇到危险请直接打电话", "<p>报警 110，火警 119，急救 120。这里不处理紧急情况。</p>", tone: .warning
        ).html
    }

    private var signIn: HTML? {
        guard !isKnown else { return nil }
        let names = surroundings.rules.categories.filter(\.allowsAnonymous).map(\.name).joined(separator: "、")
        return """
            <p><a href="/sign-in?next=\(RequestPath.form)">登录</a>以后提出，答复会发消息给您。不登录也可以反映：\(names)。</p>
            """
    }

    var fields: [Field] {
        [
            Field(
                "category", "是哪方面的事", .choice, value: form.category,
                options: surroundings.rules.categories.map { Field.Option($0.code, $0.name) },
                error: errors["category"]),
            Field(
                "title", "一句话说是什么事", hint: "例如：城东街道文明路 12 号门前路灯不亮。请不要写姓名和电话。",
                value: form.title, error: errors["title"]),
            Field(
                "content", "具体情况和您的要求", .longText, value: form.content, error: errors["content"]),
            Field(
                "division", "在哪个街道", .division, isRequired: false, value: form.division,
                options: surroundings.streets.map { Field.Option($0.code.text, $0.name) },
                error: errors["division"]),
        ]
    }
}
