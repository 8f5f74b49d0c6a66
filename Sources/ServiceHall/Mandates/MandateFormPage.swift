import Identity
import Refusals
import Services
import Web

/// Authorising somebody in an enterprise's name.
struct MandateFormPage {
    let enterprise: Mandate.Enterprise
    let entry: MandateForm
    let offered: [PublicService]
    let errors: [FieldError]
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            "授权他人办事",
            crumbs: [
                Link(MandateListPage.title, MandatePath.mandates),
                Link(enterprise.name, MandatePath.enterprise(enterprise.code)), Link("授权他人办事", nil),
            ],
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>授权他人办事</h1>
                <p class="lead">以\(enterprise.name)的名义。对方所办的每一件都记在对方名下，您随时可以收回。</p>
                \(form)
                """)
    }

    private var form: HTML {
        let scopes = [
            Field.Option("services", "只限下面选择的事项", hint: "只能看到自己经办的申请。"),
            Field.Option("everything", "全部事项", hint: "可以看到本单位的全部办件和证照。"),
        ]
        return """
            \(Form(
                action: MandatePath.enterprise(enterprise.code), token: token,
                fields: [
                    field("name", "被授权人姓名", .text),
                    field("identity", "被授权人身份证号码", .identityNumber, hint: "对方须已注册个人账号。"),
                    field("scope", "授权范围", .choice, options: scopes),
                    Field(
                        "services", "事项", .choices, hint: "选择“全部事项”时不用选。", isRequired: false,
                        values: entry.services,
                        options: offered.map { Field.Option($0.item.slug, $0.item.name) },
                        error: errors["services"]),
                    field("from", "开始日期", .date), field("until", "截止日期", .date, hint: "最长三年，包括这一天。"),
                ], submit: "授权").html)
            """
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, value: entry.text(name), options: options, error: errors[name],
            autocomplete: "off")
    }
}
