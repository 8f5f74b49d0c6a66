import Cases
import Identity
import Refusals
import Web
import WorkingTime

/// An edition on the desk: its text, where it stands, and what this person can do with it.
struct EditionPage {
    let desk: EditionDesk
    let form: ManuscriptForm
    let errors: [FieldError]
    /// What was entered when it was to be signed.
    var signing = FormData([])
    let token: CSRFToken

    var id: String { String(desk.edition.id) }
    private var isWriting: Bool { desk.step == .draft && desk.roles.contains(.editor) }

    var page: Page {
        Page(
            desk.edition.manuscript.title,
            crumbs: [
                Link("工作台", "/desk"), Link("内容管理", ContentPath.desk),
                Link(desk.edition.manuscript.title, nil),
            ], width: .wide, area: .desk, scripts: isWriting ? ["editor.js"] : [],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(desk.edition.manuscript.title)</h1>
                <p class="quiet-words">\(desk.site.name) · \(desk.column.name) · 第 \(desk.edition.number) 稿 · 办件编号 \(desk.edition.caseNumber)</p>
                \(state)\(presence)\(warnings)
                <p class="actions"><a class="button quiet" href="\(ContentPath.preview(id))">看实际页面</a>\
                <a class="button quiet" href="\(ContentPath.versions(id))">版本记录（\(desk.edition.revision)）</a>\
                <a class="button quiet" id="f-files" href="\(ContentPath.files(id))">附件和图片（\(desk.files.count)）</a></p>
                \(isWriting ? editor : reading)
                \(decision)\(history)
                """)
    }

    private var state: HTML {
        let limited: HTML = desk.edition.isLimited ? " \(StatusBadge("限定可见", .near).html)" : ""
        guard let step = desk.step else {
            return
                "<p>\(StatusBadge(desk.edition.published == nil ? "已作废" : "已发布", .done).html)\(limited)</p>"
        }
        let words = desk.edition.waitsForItsMoment ? "已签发，等待公开" : step.chinese
        return "<p>\(StatusBadge(words, .active).html)\(limited)</p>"
    }

    private var presence: HTML? {
        guard desk.step == .draft, !desk.others.isEmpty else { return nil }
        let names = desk.others.map { "\($0.name)（\($0.seenAt.time) 打开）" }.joined(separator: "、")
        return Notice(
            "还有人开着这一稿", "<p>\(names)。先保存的算数，后保存的会被提醒先看改动。</p>", tone: .warning
        ).html
    }

    private var warnings: HTML? {
        guard !desk.leaks.isEmpty else { return nil }
        let isBarred = desk.leaks.contains(where: \.isBarrier)
        return Notice(
            isBarred ? "有不能公开的内容" : "请再看一眼", "<ul>\(each: desk.leaks, { "<li>\($0.sentence)</li>" })</ul>",
            tone: .warning
        ).html
    }

    private var editor: HTML {
        let both: HTML = "<button class=\"button quiet\" name=\"then\" value=\"submission\">保存并送审</button>"
        return """
            <div class="manuscript" data-preview="\(ContentPath.preview(id))">\(Form(
                action: ContentPath.act(id, "text"), token: token, fields: form.fields(desk.column.kind, desk.choices, errors),
                also: "<input type=\"hidden\" name=\"revision\" value=\"\(desk.edition.revision)\">", submit: "保存",
                secondary: both + PreviewButton(ContentPath.preview(id)).html).html)</div>
            <p>\(PostButton("作废这一稿", action: ContentPath.act(id, "discard"), token: token, tone: .danger).html)</p>
            """
    }

    private var reading: HTML {
        Card(
            nil,
            "<div class=\"article\">\(ContentText(desk.edition.manuscript.body).html(with: ContentImages(desk.files, isDraft: true)))</div>\(attached)"
        ).html
    }

    private var attached: HTML {
        let list = desk.files.filter { $0.kind == .attachment }
        return AttachmentList(files: list) { ContentPath.draftAttachment($0) }.html
    }

    private var history: HTML? {
        guard !desk.findings.isEmpty else { return nil }
        return """
            <h2>办理经过</h2><ul class="links">\(each: desk.findings, { task in
                "<li><div>\(task.completedBy?.name ?? "")：\(task.outcomeLabel ?? "")\(task.opinion.map { " — \($0)" } ?? "")</div><span>\(task.completedAt?.shortChinese ?? "")</span></li>"
            })</ul>
            """
    }
}
