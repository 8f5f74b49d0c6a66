import Refusals
import RequestDoors
import Web

/// The form with which a correction becomes a request; what the reader said need not be written again.
struct CorrectionForwardingForm {
    let correction: Correction
    let choices: RequestDoor.Choices
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        """
        <details class="more"\(attribute: "open", if: isRefused)><summary>不只是页面的问题：转为诉求</summary>
        <p>页面没有写错，是事情要有人办的，转为诉求：有编号、有期限，由责任单位办理。读者写的内容一并转过去，读者凭查询码看答复。</p>
        \(Form(
            action: CorrectionPath.request(String(correction.id)), token: token, fields: fields, submit: "转为诉求").html)
        </details>
        """
    }

    private var isRefused: Bool { ["category", "kind", "division"].contains { errors[$0] != nil } }

    private var fields: [Field] {
        [
            field("category", "是哪方面的事", choices.categories),
            field("kind", "是哪一类诉求", choices.kinds),
            field("division", "在哪个街道", choices.streets, isRequired: false),
        ]
    }

    private func field(
        _ name: String, _ label: String, _ choices: [RequestDoor.Choice], isRequired: Bool = true
    ) -> Field {
        Field(
            name, label, .division, isRequired: isRequired, value: form[name] ?? "",
            options: choices.map { .init($0.code, $0.name) }, error: errors[name])
    }
}
