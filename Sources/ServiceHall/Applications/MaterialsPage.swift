import Files
import Refusals
import Services
import Web

/// The materials to bring, a card for each, with what has been uploaded already.
struct MaterialsPage {
    let wizard: Wizard
    let offers: LicenceOffers
    /// What the scanner of the window has sent.
    let scans: [TrayFile]
    let errors: [FieldError]
    let limitBytes: Int
    let token: CSRFToken

    var page: Page {
        let frame = WizardPage(wizard: wizard, step: wizard.item.pages.count, token: token)
        return frame.page(
            problems: ErrorSummary(errors).html,
            """
            <p><b>\(progress)</b>\(MaterialsPage.hint(limitBytes: limitBytes))</p>
            \(waived)\(TrayCard(scans: scans, draftID: wizard.draft.id, token: token).html)
            \(each: wizard.item.askedMaterials, card)
            <p class="actions"><a class="button" href="\(ApplicationPath.check(wizard.draft.id))">下一步：核对</a>
            \(frame.back)</p>
            """)
    }

    private var progress: String {
        let required = wizard.item.askedMaterials.filter(\.isRequired)
        let missing = required.count { wizard.draft.uploads(for: $0.id).isEmpty }
        if required.isEmpty { return "这些材料都不是必须的，有的话可以上传。" }
        return missing == 0 ? "必须的材料都齐了。" : "必须的材料有 \(required.count) 份，还差 \(missing) 份。"
    }

    private var waived: HTML? {
        let names = wizard.item.materials.filter { $0.waivedBy != nil }.map(\.name)
        guard !names.isEmpty else { return nil }
        return Notice("不用您提交：\(names.joined(separator: "、"))", "<p>由系统自动调取或者由您填写的内容生成。</p>").html
    }

    private func card(_ material: Material) -> HTML {
        let uploads = wizard.draft.uploads(for: material.id)
        return """
            <section class="card upload">
            <div class="card-head"><h2>\(material.name)</h2>\(state(uploads, of: material))</div>
            \(material.note.map { "<p class=\"hint\">\($0)</p>" as HTML })
            \(list(uploads, of: material))
            \(if: uploads.isEmpty, offer(material))
            \(form(material, isFirst: uploads.isEmpty))\(tray(material))
            </section>
            """
    }

    private func offer(_ material: Material) -> HTML {
        LicenceOfferCard(
            material: material, draftID: wizard.draft.id, offers: offers, errors: errors,
            isAtCounter: wizard.draft.isAtCounter, token: token
        ).html ?? .empty
    }

    private func tray(_ material: Material) -> HTML? {
        TrayForm(
            material: material, draftID: wizard.draft.id, scans: scans, errors: errors, token: token
        ).html
    }

    private func state(_ uploads: [DraftMaterial], of material: Material) -> HTML {
        guard uploads.isEmpty else { return StatusBadge("已上传 \(uploads.count) 份", .done).html }
        if wizard.mayReplace(material) { return StatusBadge("可以承诺，不上传", .waiting).html }
        if wizard.mayDefer(material) { return StatusBadge("可以承诺后补", .waiting).html }
        return StatusBadge(material.isRequired ? "还没上传" : "选填", material.isRequired ? .near : .waiting).html
    }

    private func list(_ uploads: [DraftMaterial], of material: Material) -> HTML? {
        guard !uploads.isEmpty else { return nil }
        return "<ul class=\"organs\">\(each: uploads, row)</ul>"
    }

    private func row(_ upload: DraftMaterial) -> HTML {
        let removal = ApplicationPath.materialRemoval(
            wizard.draft.id, upload.requirement, file: upload.fileID)
        return """
            <li class="organ"><a href="\(ApplicationPath.file(upload.fileID))">\(upload.name)</a>\
            \(PostButton("移除", action: removal, token: token).html)<p>\(FileSize(upload.size))</p></li>
            """
    }

    private func form(_ material: Material, isFirst: Bool) -> HTML {
        let name = Wizard.inputName(of: material)
        var field = Field(
            name, "\(isFirst ? "选择文件" : "再加一个文件")：\(material.name)", .file, error: errors[name],
            accept: MaterialsPage.accept)
        field.usesCamera = wizard.draft.isAtCounter
        return Form(
            action: ApplicationPath.materials(wizard.draft.id), token: token, fields: [field], submit: "上传"
        ).html
    }

    /// What may be uploaded, in words.
    static func hint(limitBytes: Int) -> String {
        "PDF、OFD、Word、Excel 文档或者照片，每个文件不超过 \(FileSize(limitBytes))。"
    }

    /// What may be uploaded, for the browser's file dialogue.
    static let accept = MediaType.materials.flatMap(\.endings).sorted().map { ".\($0)" }.joined(
        separator: ",")
}
