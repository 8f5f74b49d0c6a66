import Files
import Refusals
import Services
import Web
import WorkingTime

/// On the card of a material at the counter: which scan to take for it.
struct TrayForm {
    let material: Material
    let draftID: Int64
    let scans: [TrayFile]
    let errors: [FieldError]
    let token: CSRFToken

    /// The name of the choice: each card has its own.
    static func name(of material: Material) -> String { "scan.\(material.id)" }

    var html: HTML? {
        guard !scans.isEmpty else { return nil }
        let name = Self.name(of: material)
        let field = Field(
            name, "从扫描件里选：\(material.name)", .choice, values: [], options: scans.map(\.option),
            error: errors[name])
        let material: HTML = "<input type=\"hidden\" name=\"material\" value=\"\(material.id)\">"
        return """
            <details class="more"\(attribute: "open", if: errors[name] != nil)><summary>从窗口的 \(scans.count) 份扫描件里选</summary>
            \(Form(action: ApplicationPath.scans(draftID), token: token, fields: [field], also: material, submit: "选用").html)</details>
            """
    }
}

/// Below a question that a file answers, at the counter: which scan to take for it. It is sent with the page.
struct TrayChoice {
    let field: FormField
    let scans: [TrayFile]

    /// The name of the choice.
    static func name(of field: FormField) -> String { "scan.\(field.inputName)" }

    var html: HTML? {
        guard field.kind == .file, !scans.isEmpty else { return nil }
        return Field(
            Self.name(of: field), "或者从窗口的扫描件里选：\(field.label)", .choice, isRequired: false, values: [],
            options: scans.map(\.option)
        ).html
    }
}

extension TrayFile {
    fileprivate var option: Field.Option {
        .init(String(id), name, hint: "\(receivedAt.time)，\(FileSize(size))")
    }
}

/// Above the materials at the counter: what the scanner has sent, to be looked at.
struct TrayCard {
    let scans: [TrayFile]
    let draftID: Int64
    let token: CSRFToken

    var html: HTML? {
        guard !scans.isEmpty else { return nil }
        return """
            <section class="card"><h2>窗口的扫描件</h2><ul class="organs">\(each: scans, { scan in
                "<li class=\"organ\"><a href=\"\(ApplicationPath.file(scan.id))\">\(scan.name)</a>\(PostButton("删除", action: ApplicationPath.scanRemoval(draftID, scan.id), token: token).html)<p>\(scan.receivedAt.time)，\(FileSize(scan.size))</p></li>"
            })</ul><p class="hint">在下面每份材料里选用。没有选用的今天夜里清除。</p></section>
            """
    }
}
