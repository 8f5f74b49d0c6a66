import Cases
import Web

/// What else can be done with a case, each form behind a line that opens it; what is rarely needed behind one more.
struct ActionForms {
    let dossier: Dossier
    let token: CSRFToken
    let attempt: Attempt?
    /// The task that is opened.
    let task: CaseTask?

    var html: HTML {
        let forms = taskForms + courseForms + clockForms + hearingForms
        guard !forms.isEmpty || rare != nil else { return .empty }
        return Card("其他操作", HTML.joined(forms + [rare].compactMap(\.self))).html
    }

    private var rare: HTML? {
        let rare = rareForms + correctionForms
        guard !rare.isEmpty else { return nil }
        let isRefused = attempt.map { Self.rareActions.contains($0.action) } ?? false
        return """
            <details class="more"\(attribute: "open", if: isRefused)><summary>更多</summary>
            \(HTML.joined(rare))</details>
            """
    }

    private static let rareActions: Set<CaseAction> = [
        .delegation, .rejection, .standstill, .jump, .termination, .corrections,
    ]

    /// One form; it stands open when it was refused.
    ///
    /// - Parameter other: the task it is about, where that is not the one that is opened.
    func form(
        _ action: CaseAction, about other: CaseTask? = nil, note: String? = nil,
        _ fields: (ActionField) -> [Field]
    ) -> HTML {
        let field = self.field(action, about: other)
        return """
            <details class="more"\(attribute: "open", if: field.attempt != nil)><summary>\(action.title)</summary>
            \(note.map { "<p class=\"quiet-words\">\($0)</p>" })
            \(plainForm(action, about: other, fields))
            </details>
            """
    }

    /// The form alone.
    func plainForm(
        _ action: CaseAction, about other: CaseTask? = nil, _ fields: (ActionField) -> [Field]
    ) -> HTML {
        let about = id(action, other)
        let address =
            about.map { DeskPath.post(action, task: $0) } ?? DeskPath.post(action, case: dossier.number)
        return Form(
            action: address, token: token, fields: fields(field(action, about: other)),
            also: action.hidden(dossier), submit: action.title
        ).html
    }

    private func field(_ action: CaseAction, about other: CaseTask?) -> ActionField {
        ActionField(action, task: id(action, other), attempt: attempt)
    }

    private func id(_ action: CaseAction, _ other: CaseTask?) -> Int64? {
        action.isAboutTask ? (other ?? task)?.id : nil
    }
}
