import Refusals
import Web

/// The forms by which a call is concluded.
struct CallDuties {
    let page: CallPage

    private var id: String { String(page.call.id) }
    private var errors: [FieldError] { page.errors }

    static func emergencies(_ id: String, _ token: CSRFToken) -> HTML {
        let buttons = Conclusion.emergencies.map { service, name in
            PostButton(
                "\(service) \(name)", action: HotlinePath.call(id, "handover"), token: token, tone: .danger,
                values: [("service", service)]
            ).html
        }
        return "<div class=\"actions\">\(HTML.joined(buttons))</div>"
    }

    var answer: HTML {
        let entry = page.entry
        let hidden: HTML =
            entry.map { "<input type=\"hidden\" name=\"entry\" value=\"\(String($0.id))\">" } ?? .empty
        return Form(
            action: HotlinePath.call(id, "answer"), token: page.token,
            fields: [
                Field(
                    "question", "问的是什么", value: page.entered?["question"] ?? entry?.text.question ?? "",
                    error: errors["question"]),
                Field(
                    "words", "怎样答复", .longText, hint: "从知识库选用的可以改。",
                    value: page.entered?["words"] ?? entry?.text.answer ?? "", error: errors["words"]),
            ], also: hidden, submit: "已当场答复"
        ).html
    }

    var closing: HTML {
        Form(
            action: HotlinePath.call(id, "closing"), token: page.token,
            fields: [
                Field(
                    "reason", "为什么", .choice, value: page.entered?["reason"] ?? "",
                    options: Conclusion.reasons.map { .init($0.0, $0.1) }, error: errors["reason"])
            ], submit: "不用登记"
        ).html
    }
}
