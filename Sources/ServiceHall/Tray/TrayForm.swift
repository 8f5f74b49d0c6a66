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
            name, "从扫描件里选：\(material.name)", .choice, values: [],
            options: scans.map {
                .init(String($0.id), $0.name, hint: "\($0.receivedAt.time)，\(FileSize($0.size))")
            }, error: errors[name])
        let material: HTML = "<input type=\"hidden\" name=\"material\" value=\"\(material.id)\">"
        return """
            <details class="more"\(attribute: "open", if: errors[name] != nil)><summary>从窗口的 \(scans.count) 份扫描件里选</summary>
            \(Form(action: ApplicationPath.scans(draftID), token: token, fields: [field], also: material, submit: "选用").html)</details>
            """
    }
}

/// Above the materials at the counter: what the scanner has sent, to be looked at.
struct TrayCard {
    let scans: [TrayFile]

    var html: HTML? {
        guard !scans.isEmpty else { return nil }
        return """
            <section class="card"><h2>窗口的扫描件</h2><ul class="organs">\(each: scans, { scan in
                "<li class=\"organ\"><a href=\"\(ApplicationPath.file(scan.id))\">\(scan.name)</a><p>\(scan.receivedAt.time)，\(FileSize(scan.size))</p></li>"
            })</ul><p class="hint">在下面每份材料里选用。没有选用的今天夜里清除。</p></section>
            """
    }
}
