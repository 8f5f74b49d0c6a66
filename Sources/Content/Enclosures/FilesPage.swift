import Files
import Refusals
import Web

/// The list of files with the two forms.
struct FilesPage {
    let edition: Edition
    let files: [Enclosure]
    /// The names of attachments whose words could not be read.
    let unread: Set<String>
    let mayWrite: Bool
    let alt: String
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(edition.id) }

    var page: Page {
        Page(
            "附件和图片",
            crumbs: [
                Link("工作台", "/desk"), Link("内容管理", ContentPath.desk),
                Link(edition.manuscript.title, ContentPath.edition(id)), Link("附件和图片", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>附件和图片</h1>
                <p class="quiet-words">\(edition.manuscript.title)</p>
                <h2>附件</h2>\(attachments)\(if: mayWrite, attachmentForm)
                <h2>图片</h2>\(images)\(if: mayWrite, imageForm)
                """)
    }

    private var attachments: HTML {
        let list = files.filter { $0.kind == .attachment }
        guard !list.isEmpty else { return "<p class=\"quiet-words\">还没有附件。</p>" }
        return Table(
            "附件", columns: [.init("名称"), .init("格式"), .init("大小"), .init("文字"), .init("操作")],
            rows: list.map { file in
                [
                    "<a href=\"\(ContentPath.draftAttachment(String(file.fileID)))\">\(file.name)</a>",
                    "\(file.mediaType.chinese)", "\(FileSize(file.size))",
                    unread.contains(file.name)
                        ? StatusBadge("读不出，请打开逐页审查", .near).html : StatusBadge("已读出，可检索", .done).html,
                    removal(file),
                ]
            }
        ).html
    }

    private var images: HTML {
        let list = files.filter { $0.kind == .image }
        guard !list.isEmpty else { return "<p class=\"quiet-words\">还没有图片。</p>" }
        return Table(
            "图片", columns: [.init("图片"), .init("放进正文"), .init("大小"), .init("操作")],
            rows: list.map { file in
                let alt = file.image?.alt ?? ""
                return [
                    "<img class=\"thumb\" src=\"\(ContentPath.draftImage(String(file.fileID)))\" alt=\"\(alt)\" loading=\"lazy\">",
                    "<code>![\(alt)](image:\(file.fileID))</code>",
                    "\(file.image?.width ?? 0)×\(file.image?.height ?? 0) · \(FileSize(file.size))",
                    removal(file),
                ]
            }
        ).html
    }

    private func removal(_ file: Enclosure) -> HTML {
        guard mayWrite else { return "" }
        return PostButton(
            "移除\(file.kind == .image ? "图片" : "附件")",
            action: ContentPath.fileRemoval(id, String(file.fileID)),
            token: token
        ).html
    }

    private var attachmentForm: HTML {
        let field = Field(
            "attachment", "选择附件", .file, hint: "PDF、OFD、Word（docx）、Excel（xlsx）、CSV 或 txt，最大 20 MB。文件名会显示给公众。",
            error: errors["attachment"], accept: ".pdf,.ofd,.docx,.xlsx,.csv,.txt")
        return Form(action: ContentPath.files(id), token: token, fields: [field], submit: "添加附件").html
    }

    private var imageForm: HTML {
        let fields = [
            Field(
                "alt", "替代文字", hint: "用一句话说明图片里有什么。", value: alt, error: errors["alt"]),
            Field(
                "picture", "选择图片", .file, hint: "JPEG、PNG 或 WebP。会缩到 1600 像素以内，拍摄地点等信息会去掉。",
                error: errors["picture"], accept: ".jpg,.jpeg,.png,.webp"),
        ]
        return Form(action: ContentPath.files(id), token: token, fields: fields, submit: "添加图片").html
    }
}
