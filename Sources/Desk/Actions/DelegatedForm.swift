import Cases
import Web

/// A step one does in a colleague's place: it is not decided here, but given back.
struct DelegatedForm {
    let task: CaseTask
    let forms: ActionForms

    var html: HTML {
        let owner = task.owner?.name ?? ""
        return Card(
            task.name,
            """
            <p>\(owner)委托您办理这一步。请写明办理的情况，交回\(owner)办结。</p>
            \(forms.plainForm(.handBack) { [$0("note", "办理的情况", .longText, hint: "\(owner)会看到。")] })
            """
        ).html
    }
}
