import Refusals
import Services
import Web

/// A form with all its pages and questions, what is wrong with it, and what can be done now.
struct DesignPage {
    let subject: FormSubject
    let mayEdit: Bool
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var slug: String { subject.item.slug }
    private var isOpen: Bool { mayEdit && subject.isWritable }

    var page: Page {
        Page(
            "\(subject.item.name)的表单",
            crumbs: [
                Link("工作台", "/desk"), Link("表单设计", FormDesignerPath.forms), Link(subject.item.name, nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(placedErrors).html)
                <h1>\(subject.item.name)的表单</h1>
                \(standing)
                \(findings)
                <p class="actions"><a class="button quiet" href="\(FormDesignerPath.preview(slug))">手机上看</a>
                <a class="button quiet" href="\(FormDesignerPath.template(slug))">导出模板</a></p>
                \(each: subject.item.pages.enumerated(), card)
                \(if: isOpen, additions)
                """)
    }

    /// The errors, where their fields stand: those of a page carry its name.
    private var placedErrors: [FieldError] {
        let place = entered?["rename"].map { "-\($0)-title" } ?? entered?["page"].map { "-\($0)" } ?? ""
        return errors.map { FieldError($0.field + place, $0.sentence) }
    }

    private var standing: HTML {
        guard let draft = subject.draft else {
            let start: HTML = PostButton(
                "修改这张表单", action: FormDesignerPath.draft(slug), token: token, tone: .primary
            ).html
            return "<p class=\"lead\">这是现在使用的表单。</p>\(if: mayEdit, start)"
        }
        let way: HTML = "<p><a href=\"\(FormDesignerPath.submission(draft.id))\">查看草稿、提交审核</a></p>"
        return Notice("这是草稿（\(draft.state.chinese)），还没有生效", way).html
    }

    private var findings: HTML? {
        guard subject.draft != nil else { return nil }
        let lines = subject.item.fields.flatMap { field in
            subject.findings(of: field).map { (field, $0.message) }
        }
        guard !lines.isEmpty || !subject.formFindings.isEmpty else {
            return Notice("检查通过，这张表单可以填写", tone: .done).html
        }
        let questions: HTML = HTML.joined(
            lines.map { field, words in
                "<li><a href=\"\(FormDesignerPath.question(field.name, of: slug))\">\(field.label)</a>：\(words)</li>"
            })
        let others: HTML = "\(each: subject.formFindings, { "<li>\($0.message)</li>" })"
        return Notice(
            "有 \(lines.count + subject.formFindings.count) 处问题，改好后才能提交", "<ul>\(others)\(questions)</ul>",
            tone: .error
        ).html
    }

    private func card(_ index: Int, _ page: FormPage) -> HTML {
        DesignCard(
            page: page, number: index + 1, subject: subject, isOpen: isOpen, entered: entered, errors: errors,
            token: token
        ).html
    }

    private var additions: HTML {
        let isNew = entered?["rename"] == nil
        let title = Field(
            "title", "标题", .text, value: isNew ? entered?["title"] ?? "" : "",
            error: isNew ? errors["title"] : nil)
        var file = Field(
            "template", "模板文件（.json）", .file, hint: "其他事项或者其他地方导出的表单。导入后替换这份草稿的全部问题。",
            error: errors["template"])
        file.accept = ".json,application/json"
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(subject.draft?.revision ?? 0)\">" as HTML
        return """
            <details class="more"\(attribute: "open", if: title.error != nil)><summary>加一页</summary>
            \(Form(action: FormDesignerPath.pages(slug), token: token, fields: [title], also: seen, submit: "加上").html)
            </details>
            <details class="more"\(attribute: "open", if: errors["template"] != nil)><summary>导入模板</summary>
            \(Form(action: FormDesignerPath.template(slug), token: token, also: seen + file.html, submit: "导入", carriesFiles: true).html)
            </details>
            """
    }
}
