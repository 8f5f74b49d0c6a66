import Cases
import Web

/// What else can be done with a case, each form behind a line that opens it.
struct ActionForms {
    let dossier: Dossier
    let token: CSRFToken
    let attempt: Attempt?
    /// The task that is opened.
    let task: CaseTask?

    var html: HTML {
        let forms = taskForms + clockForms
        return forms.isEmpty ? .empty : Card("其他操作", HTML.joined(forms)).html
    }

    /// One form; it stands open when it was refused.
    func form(_ action: CaseAction, note: String? = nil, _ fields: (ActionField) -> [Field]) -> HTML {
        let about = action.isAboutTask ? task?.id : nil
        let field = ActionField(action, task: about, attempt: attempt)
        let address =
            about.map { DeskPath.post(action, task: $0) } ?? DeskPath.post(action, case: dossier.number)
        return """
            <details class="more"\(attribute: "open", if: field.attempt != nil)><summary>\(action.title)</summary>
            \(note.map { "<p class=\"quiet-words\">\($0)</p>" })
            \(Form(
                action: address, token: token, fields: fields(field), also: action.hidden(dossier),
                submit: action.title).html)
            </details>
            """
    }
}
