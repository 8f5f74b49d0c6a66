import Messaging
import Refusals
import Web
import WorkingTime

/// One sentence of the house: its texts, what they look like, and its versions.
struct TemplatePage {
    let template: HouseTemplate
    let versions: [TemplateVersion]
    let entry: TemplateEntry
    let errors: [FieldError]
    let mayWrite: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            template.name,
            crumbs: [
                Link("工作台", "/desk"), Link("消息模板", MessageDeskPath.templates), Link(template.name, nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(template.name)</h1>
                \(SummaryList(facts).html)
                <h2>预览</h2>
                \(preview)
                \(if: mayWrite, form)
                <h2>公布过的版本</h2>
                \(history)
                """)
    }

    private var facts: [SummaryList.Row] {
        [
            .init("类别", "\(template.kind.chinese)"),
            .init("可用的占位符", "\(template.values.map { "((\($0)))" }.joined(separator: "　"))"),
            .init("随程序交付的文字", "\(template.delivered.sms.text)"),
        ]
    }

    private var preview: HTML {
        let texts = entry.texts
        let rows: [SummaryList.Row] = [
            .init("站内", shown(texts.inSite)), .init("短信", shown(texts.sms)),
            .init("邮件主题", shown(texts.mailSubject)), .init("邮件", shown(texts.mail)),
        ]
        return SummaryList(rows).html
    }

    private func shown(_ text: MessageText) -> HTML {
        let words = (try? text.filled(template.samples)) ?? text.text
        return "\(words)<div class=\"hint\">\(words.count) 字</div>"
    }

    private var form: HTML {
        """
        <h2>修改</h2>
        \(Form(
            action: MessageDeskPath.template(template.key), token: token,
            fields: [
                Field("in_site", "站内", .longText, value: entry.texts.inSite.text, error: errors["in_site"]),
                Field(
                    "sms", "短信", .longText, hint: "最多 \(TemplateTexts.smsLimit) 字，每 67 字左右计一条。",
                    value: entry.texts.sms.text, error: errors["sms"]),
                Field("mail_subject", "邮件主题", value: entry.texts.mailSubject.text, error: errors["mail_subject"]),
                Field("mail", "邮件", .longText, value: entry.texts.mail.text, error: errors["mail"]),
            ], submit: "公布",
            secondary: "<button class=\"button quiet\" name=\"act\" value=\"preview\">预览</button>").html)
        """
    }

    private var history: HTML {
        guard !versions.isEmpty else { return "<p>还没有改过，按随程序交付的文字发送。</p>" }
        let table = Table(
            "公布过的版本", columns: [.init("版本"), .init("公布"), .init("短信文字")],
            rows: versions.map { version in
                [
                    "第 \(version.version) 版\(if: version.isCurrent, " \(StatusBadge("在用", .done).html)")",
                    "\(version.publisher)，\(version.publishedAt.chinese)", "\(version.texts.sms.text)",
                ]
            }
        ).html
        return "\(table)\(if: mayWrite && versions.contains(where: \.isCurrent), back)"
    }

    private var back: HTML {
        PostButton("恢复随程序交付的文字", action: MessageDeskPath.handingBack(template.key), token: token).html
    }
}
