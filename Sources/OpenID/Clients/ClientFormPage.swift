import Refusals
import Web

/// The form of a registration, new or changed.
struct ClientFormPage {
    let form: ClientForm
    /// What is to be changed; nil for a new one.
    let client: Client?
    let organs: [Field.Option]
    let errors: [FieldError]
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        let title = client.map { "变更「\($0.terms.name)」" } ?? "接入新系统"
        return Page(
            title, crumbs: [Link("工作台", "/desk"), Link("接入系统", OpenIDPath.clients), Link(title, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>\(title)</h1>
                <p class="lead">提出以后由安全管理员审定，审定前不起作用。</p>
                \(Form(
                    action: client.map { OpenIDPath.amendment(String($0.id)) } ?? OpenIDPath.clients, token: token,
                    fields: form.fields(organs: organs, errors: errors), submit: "提出").html)
                """)
    }
}
