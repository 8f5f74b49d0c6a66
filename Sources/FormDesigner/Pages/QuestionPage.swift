import Refusals
import Services
import Web

/// One question with everything it may say.
struct QuestionPage {
    let field: FormField
    let subject: FormSubject
    let licences: [LicencePrefill]
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var slug: String { subject.item.slug }

    var page: Page {
        Page(
            "\(field.label) - \(subject.item.name)",
            crumbs: [
                Link("表单设计", FormDesignerPath.forms),
                Link("\(subject.item.name)的表单", FormDesignerPath.form(slug)), Link(field.label, nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(field.label)</h1>
                \(findings)
                \(Form(
                    action: FormDesignerPath.question(field.name, of: slug), token: token,
                    fields: QuestionFields(
                        field: field, subject: subject, licences: licences, entered: entered, errors: errors
                    ).all,
                    also: hidden, submit: "保存", secondary: back).html)
                """)
    }

    private var findings: HTML? {
        let found = subject.findings(of: field)
        guard !found.isEmpty else { return nil }
        return Notice(
            "这个问题还不能使用", "<ul>\(each: found, { "<li>\($0.message)</li>" })</ul>", tone: .error
        ).html
    }

    private var hidden: HTML {
        """
        <input type="hidden" name="seen" value="\(entered?["seen"] ?? String(subject.draft?.revision ?? 0))">
        <input type="hidden" name="kind_before" value="\(field.kind.rawValue)">
        """
    }

    private var back: HTML { "<a class=\"button quiet\" href=\"\(FormDesignerPath.form(slug))\">返回表单</a>" }
}
