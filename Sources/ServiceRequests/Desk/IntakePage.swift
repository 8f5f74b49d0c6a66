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
    /// Keys of the organs of whoever enters it.
    let offices: Set<String>
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
                    also: hidden, submit: "登记",
                    secondary: " <button class=\"button quiet\" name=\"step\" value=\"look\">先看有没有同样的</button>",
                    carriesFiles: true).html)
                """)
    }

    private var hidden: HTML {
        """
        <input type="hidden" name="call" value="\(form.call)"><input type="hidden" name="once" value="\(form.once)">
        """
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
        return DetailsFields(page: details, isAtDesk: true).all
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
        let isOpen = row.endedAt == nil
        let button: HTML? =
            isOpen && isNamed
            ? PostButton(
                "加上这位反映人", action: RequestPath.intakeJoining(row.number), token: token,
                values: [
                    ("name", sent["name"] ?? ""), ("phone", sent["phone"] ?? ""), ("call", form.call),
                ]
            ).html : nil
        return """
            <li><div>\(title(row))<br>\
            <span class="quiet-words">\(row.filedAt.shortChinese)提出，\(row.endedAt == nil ? "办理中" : "已答复")\(others)</span></div>\
            \(button)\(if: isOpen && !isNamed, "<span class=\"quiet-words\">填好姓名和电话，再看一次，就能加上</span>")</li>
            """
    }

    /// What another office took in is not opened here.
    private func title(_ row: RequestRow) -> HTML {
        let title = row.publicTitle ?? row.title
        guard offices.contains(row.office) || offices.contains(row.organ) else { return "\(title)" }
        return "<a href=\"\(RequestPath.desk(row.number))\">\(title)</a>"
    }

    private var isNamed: Bool {
        (2...40).contains((sent["name"] ?? "").count) && (sent["phone"] ?? "").count >= 5
    }
}
