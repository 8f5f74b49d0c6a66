import Cases
import Codes
import Desk
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What waits for a pre-check, the longest first.
struct PreCheckListPage {
    let slice: Slice<PreCheck>

    func page(_ request: WebRequest) -> Page {
        Page(
            "预审", crumbs: [Link("工作台", DeskPath.home), Link("预审", nil)], width: .wide, area: .desk,
            body: """
                <h1>预审</h1>
                <p class="lead">申请人提交以前请窗口先看一遍。预审不是受理，不计时限；请尽快答复。</p>
                \(slice.items.isEmpty ? EmptyState("没有等待预审的申请", "<p>有人请求预审时，会出现在这里。</p>").html : list)
                \(Pager(next: slice.next, of: request).html)
                """)
    }

    private var list: HTML {
        Table(
            "等待预审的申请", columns: [.init("事项"), .init("请求时间")],
            rows: slice.items.map { check in
                [
                    "<a href=\"\(PreCheckPath.one(check.draftID))\"><b>\(check.itemName)</b></a>",
                    "\(check.requestedAt.chinese)",
                ]
            }
        ).html
    }
}

/// An application as it would be handed in, and the form of the answer.
struct PreCheckPage {
    let check: PreCheck
    let wizard: Wizard
    var entry = PreCheckEntry()
    var errors: [FieldError] = []
    let token: CSRFToken

    var page: Page {
        Page(
            "预审：\(wizard.item.name)",
            crumbs: [Link("工作台", DeskPath.home), Link("预审", PreCheckPath.list), Link(wizard.item.name, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(wizard.item.name)</h1>
                <p class="lead">申请人：\(applicant)，\(check.requestedAt.chinese)请求预审</p>
                \(problems)
                \(Card("申请内容", answers).html)
                \(Card("材料", materials).html)
                \(Card("答复", form).html)
                """)
    }

    private var answers: HTML {
        let drawn = wizard.draft.drawings.map { name, id in
            FiledMaterial(
                requirement: name, fileID: id, name: FormField.drawingFile, filedAt: check.requestedAt)
        }
        return FormAnswersList(
            wizard.item, wizard.form.mapValues(\.value), masking: [.identityNumber, .phone], files: drawn,
            address: { [id = check.draftID] in PreCheckPath.file(id, $0) }
        ).html
    }

    private var applicant: String {
        let applicant = wizard.draft.applicant
        return applicant.kind == .person ? Masking.name(applicant.name) : applicant.name
    }

    /// What the rules of the form find by themselves.
    private var problems: HTML? {
        let found = wizard.item.check(wizard.form)
        guard !found.isEmpty else { return nil }
        return Notice(
            "有 \(found.count) 处没有填好", "<ul>\(each: found, { "<li>\($0.sentence)</li>" })</ul>", tone: .warning
        ).html
    }

    private var materials: HTML {
        SummaryList(
            wizard.item.askedMaterials.map { material in
                SummaryList.Row(material.name, files(wizard.draft.uploads(for: material.id)))
            }
        ).html
    }

    private func files(_ uploads: [DraftMaterial]) -> HTML {
        guard !uploads.isEmpty else { return "<span class=\"hint\">没有上传</span>" }
        return """
            <ul class="files">\(each: uploads, {
                "<li><a href=\"\(PreCheckPath.file(check.draftID, $0.fileID))\">\($0.name)</a></li>"
            })</ul>
            """
    }

    private var form: HTML {
        let asked = wizard.item.askedMaterials
        let missing = Field(
            "missing", "缺少或者不合格的材料", .choices, isRequired: false, values: entry.missing,
            options: asked.map { .init($0.id, $0.name) }, error: errors["missing"])
        return Form(
            action: PreCheckPath.one(check.draftID), token: token,
            fields: [
                Field(
                    "result", "预审结果", .choice, value: entry.result,
                    options: [.init("pass", "可以提交"), .init("correct", "需要改正或者补充")], error: errors["result"])
            ] + (asked.isEmpty ? [] : [missing]) + [
                Field(
                    "words", "说明", .longText, hint: "申请人会看到。", isRequired: false, value: entry.words,
                    error: errors["words"])
            ], submit: "答复"
        ).html
    }
}
