import Cases
import Refusals
import Web
import WorkingTime

/// Where whoever takes a call, a visitor or a letter enters what is said.
struct IntakePage {
    let form: RequestForm
    let sent: FormData
    let errors: [FieldError]
    /// What was said before about the same; nil before anybody has looked.
    let alike: [Alike]?
    let surroundings: Surroundings
    /// How people come to whoever enters it, most of the time.
    let usual: String
    let token: CSRFToken

    var page: Page {
        Page(
            "登记来电、来访", crumbs: [Link("群众诉求", RequestPath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>登记来电、来访、来信</h1>
                <p class="lead">遇到警情、火情、急救，先转接 110、119、120，再登记。</p>
                \(similar)
                \(Form(
                    action: RequestPath.intake, token: token, fields: how + who + first.fields + [urgent] + rest,
                    also: "<input type=\"hidden\" name=\"call\" value=\"\(form.call)\">", submit: "登记",
                    secondary: " <button class=\"button quiet\" name=\"step\" value=\"look\">先看有没有同样的</button>",
                    carriesFiles: true).html)
                """)
    }

    private var how: [Field] {
        [
            Intake.field(sent["channel"] ?? usual, first: usual),
            Field(
                "received", "收到来信的日期", .date, hint: "来信的填写，期限从这一天算。", isRequired: false,
                value: form.received, error: errors["received"]),
        ]
    }

    private var who: [Field] {
        [
            Field("name", "反映人姓名", value: sent["name"] ?? "", error: errors["name"], autocomplete: "off"),
            Field(
                "phone", "反映人电话", .phone, value: sent["phone"] ?? "", error: errors["phone"],
                autocomplete: "off"),
        ]
    }

    private var first: FirstPage {
        FirstPage(form: form, surroundings: surroundings, errors: errors, isKnown: true, token: token)
    }

    private var urgent: Field {
        Field(
            "urgent", "急不急", .choice,
            hint: "有危险或者影响很多人的选紧急，期限 \(surroundings.rules.limits.urgent) 小时，立即告诉负责人。",
            value: form.isUrgent ? "yes" : "no",
            options: [Field.Option("no", "一般"), Field.Option("yes", "紧急")])
    }

    private var rest: [Field] {
        let details = DetailsPage(
            form: form, alike: [], surroundings: surroundings, errors: errors, isKnown: true, token: token)
        return DetailsFields(page: details).all
    }

    private var similar: HTML? {
        guard let alike else { return nil }
        guard !alike.isEmpty else { return Notice("没有同样的诉求", "<p>请接着登记。附件要重新选择。</p>").html }
        return Card(
            "先看看是不是同一件事",
            """
            <p>是同一件事的，加上这位反映人就行：答复以后按电话告诉他。不是的接着登记，附件要重新选择。</p>
            <ul class="links">\(each: alike, entry)</ul>
            """
        ).html
    }

    private func entry(_ alike: Alike) -> HTML {
        let row = alike.row
        let others = alike.supporters == 0 ? "" : "，\(alike.supporters) 人加入"
        let button: HTML? =
            row.endedAt == nil
            ? PostButton(
                "加上这位反映人", action: RequestPath.intakeJoining(row.number), token: token,
                values: [
                    ("name", sent["name"] ?? ""), ("phone", sent["phone"] ?? ""), ("call", form.call),
                ]
            ).html : nil
        return """
            <li><div><a href="\(RequestPath.desk(row.number))">\(row.publicTitle ?? row.title)</a><br>\
            <span class="quiet-words">\(row.filedAt.shortChinese)提出，\(row.endedAt == nil ? "办理中" : "已答复")\(others)</span></div>\
            \(button)</li>
            """
    }
}
