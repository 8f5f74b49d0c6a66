import Refusals
import Web

/// Makes the fields of one action's form: under the action's names, with what was entered before.
struct ActionField {
    let action: CaseAction
    let attempt: Attempt?

    /// - Parameter attempt: whatever was refused; it is this form's own only when action and task are.
    init(_ action: CaseAction, task: Int64?, attempt: Attempt?) {
        self.action = action
        self.attempt = attempt.flatMap { $0.action == action && $0.task == task ? $0 : nil }
    }

    func callAsFunction(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, hint: String? = nil,
        isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            action.field(name), label, kind, hint: hint, isRequired: isRequired,
            values: attempt?.form.all(action.field(name)) ?? [], options: options,
            error: attempt?.errors[name])
    }
}

extension CaseAction {
    /// What is sent along unseen: where the page is, and for which organ the officer acts.
    func hidden(_ dossier: Dossier) -> HTML {
        """
        <input type="hidden" name="case" value="\(dossier.number)">\
        <input type="hidden" name="organ" value="\(dossier.duties.organ ?? "")">
        """
    }
}
