import Cases
import Refusals
import Web
import WorkingTime

/// One form of paper: what holds, the draft with what is wrong with it, its preview, and the versions before.
struct PaperPage {
    let form: PaperForm
    let inForce: PaperInForce?
    let versions: [PaperVersion]
    let mayEdit: Bool
    let mayPublish: Bool
    /// The account that looks: whoever edited does not publish.
    let account: Int64
    let token: CSRFToken
    /// What was entered and could not be kept.
    var entered: PaperTemplate?
    var errors: [FieldError] = []

    private var draft: PaperVersion? { versions.first { $0.state == .draft } }

    var page: Page {
        Page(
            form.chinese,
            crumbs: [Link("工作台", "/desk"), Link("文书模板", PaperDeskPath.papers), Link(form.chinese, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(form.chinese)</h1>
                \(inForce.map { "<p class=\"lead\">现行：\($0.words)。</p>" as HTML })
                \(verdict)\(publishing)\(if: mayEdit, editor)
                \(preview)\(former)
                """)
    }

    /// What the draft lacks, or that it only waits for the second person.
    private var verdict: HTML? {
        guard let draft else { return nil }
        let findings = draft.template.findings
        guard findings.isEmpty else {
            return Notice(
                "草稿还有 \(findings.count) 处问题，改好才能公布",
                "<ul>\(each: findings, { "<li>\($0)</li>" })</ul>", tone: .warning
            ).html
        }
        return Notice(
            "草稿可以公布", "<p>由\(draft.editedBy.name)于\(draft.editedAt.shortChinese)修改，等待安全管理员审定。</p>"
        ).html
    }

    private var publishing: HTML? {
        guard let draft else { return nil }
        let isReady = draft.template.findings.isEmpty && draft.editedBy.accountID != account
        return """
            <div class="actions">\(if: mayPublish && isReady, PostButton(
                "审定公布", action: PaperDeskPath.publication(form.rawValue), token: token, tone: .primary,
                values: [("revision", String(draft.revision))]).html)\
            \(if: mayEdit, PostButton("放弃草稿", action: PaperDeskPath.discard(form.rawValue), token: token).html)</div>
            """
    }

    private var editor: HTML {
        let shown = entered ?? draft?.template ?? inForce?.template
        let fields = [
            Field("title", "标题", value: shown?.title ?? "", error: errors["title"]),
            Field(
                "text", "正文", .longText, hint: "一行一段。花括号里的填空在发出时自动填写；单独成行的填空没有内容时不印。",
                value: shown?.words ?? "", error: errors["text"]),
        ]
        return """
            <h2>\(draft == nil ? "起草新版" : "修改草稿")</h2>
            <p>可用的填空：\(form.blanks.map { "{\($0.rawValue)}" }.joined(separator: " "))</p>
            <p>必须有：\(form.required.map { "{\($0.rawValue)}" }.joined(separator: " "))</p>
            \(Form(
                action: PaperDeskPath.paper(form.rawValue), token: token, fields: fields,
                also: "<input type=\"hidden\" name=\"revision\" value=\"\(draft?.revision ?? 0)\">",
                submit: "保存草稿").html)
            """
    }

    private var preview: HTML? {
        guard let shown = draft?.template ?? inForce?.template else { return nil }
        return """
            <h2>预览</h2>
            <article class="receipt paper"><h3>\(shown.title)</h3>
            <p>\(PaperBlank.applicant.sample[0])：</p>
            \(each: shown.preview, { "<p>\($0)</p>" })</article>
            <p class="actions"><a class="button quiet" href="\(PaperDeskPath.preview(form.rawValue))">预览 PDF</a></p>
            """
    }

    private var former: HTML? {
        guard !versions.isEmpty else { return nil }
        return """
            <h2>版本</h2>
            \(Table("版本", columns: [.init("版本"), .init("状态"), .init("起草"), .init("公布")], rows: versions.map(row)).html)
            """
    }

    private func row(_ version: PaperVersion) -> [HTML] {
        [
            "第 \(version.version) 版", "\(version.state.chinese)",
            "\(version.editedBy.name)，\(version.editedAt.shortChinese)",
            "\(version.publishedBy.map { "\($0.name)，\(version.publishedAt?.shortChinese ?? "")" } ?? "")",
        ]
    }
}
