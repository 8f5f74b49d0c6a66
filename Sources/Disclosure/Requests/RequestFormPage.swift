import Government
import Refusals
import Web

/// The questions of art. 29, on one page.
struct RequestFormPage {
    let form: RequestForm
    let applicant: String
    /// Credit codes of the enterprises one acts for.
    let entities: [String]
    let organs: [Organ]
    let rules: DisclosureRules
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "申请公开政府信息", crumbs: [Link("政府信息公开", DisclosurePath.guide), Link("申请公开", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>申请公开政府信息</h1>
                <p class="lead">先在<a href="\(DisclosurePath.catalogue)">主动公开目录</a>和\
                <a href="\(DisclosurePath.register)">已答复的申请</a>里找一找，也许已经公开。</p>
                \(Form(action: DisclosurePath.mine, token: token, fields: who + fields, submit: "提交申请").html)
                """)
    }

    private var who: [Field] {
        guard !entities.isEmpty else { return [] }
        let options = [Field.Option("self", "我本人")] + entities.map { Field.Option($0, "单位 \($0)") }
        return [
            Field(
                "applicant", "以谁的名义申请", .choice, value: applicant, options: options,
                error: errors["applicant"] ?? errors["code"])
        ]
    }

    var fields: [Field] {
        [
            Field(
                "organ", "向哪个机关申请", .division, value: form.organ,
                options: organs.map { Field.Option($0.key, $0.name) }, error: errors["organ"]),
            Field(
                "purpose", "申请什么", .choice, value: form.purpose.rawValue,
                options: RequestForm.Purpose.allCases.map { Field.Option($0.rawValue, $0.chinese) },
                error: errors["purpose"]),
            Field(
                "content", "需要的信息", .longText, hint: "写明名称、文号，或者便于查询的其他特征，比如时间、地点、项目。",
                value: form.content, error: errors["content"]),
            Field(
                "document_number", "文号", hint: "知道的话填写，便于查找。", isRequired: false,
                value: form.documentNumber, error: errors["document_number"]),
            Field(
                "category", "申请人类别", .choice, value: form.category,
                options: rules.categories.map { Field.Option($0.code, $0.name) }, error: errors["category"]),
            Field(
                "medium", "希望的形式", .choice, value: form.medium.rawValue,
                options: RequestForm.Medium.allCases.map { Field.Option($0.rawValue, $0.chinese) },
                error: errors["medium"]),
            Field(
                "address", "邮寄地址", .address, hint: "需要纸质复制件的填写。", isRequired: false,
                value: form.address, error: errors["address"]),
        ]
    }
}
