import Cases
import Identity
import Services
import Web

extension Disclosure {
    /// The kinds of answers that are hidden.
    var masking: Set<FieldKind> { isWhole ? [] : .personal }
}

/// Where somebody says what they need the whole of it for.
struct DisclosureForm {
    let dossier: Dossier
    let token: CSRFToken

    var html: HTML? {
        guard dossier.grade == .reasoned, case .masked(let error) = dossier.disclosure else { return nil }
        let field = Field(
            "purpose", "查看的用途", .text, hint: "例如电话联系申请人、核对身份。申请人可以看到谁在什么时候因为什么查看。", error: error)
        return """
            <details class="more"\(attribute: "open", if: error != nil)><summary>显示完整的个人信息</summary>
            \(Form(
                action: DeskPath.disclosures(of: dossier.number), token: token, fields: [field],
                submit: "显示").html)
            </details>
            """
    }
}
