import Licences
import Refusals
import Services
import Web
import WorkingTime

/// The offer to use a licence instead of uploading, inside the card of a material.
struct LicenceOfferCard {
    let material: Material
    let draftID: Int64
    let offers: LicenceOffers
    let errors: [FieldError]
    let isAtCounter: Bool
    let token: CSRFToken

    /// The name of the box in which the holder agrees.
    static func consent(_ material: Material) -> String { "consent.\(material.id)" }

    var html: HTML? {
        guard material.licence != nil else { return nil }
        if let licence = offers.usable(for: material).first { return offer(licence) }
        guard let obstacle = offers.obstacle(for: material) else { return nil }
        return Notice("电子证照不能使用", "<p>\(obstacle)请上传材料。</p>", tone: .warning).html
    }

    private func offer(_ licence: Licence) -> HTML {
        let until = licence.validUntil.map { "有效期至 \($0.written)" } ?? "长期有效"
        let who = isAtCounter ? "申请人当面同意" : "我同意"
        let box = Field(
            Self.consent(material), "不用上传：持有电子证照「\(licence.name)」（\(until)）", .choices,
            hint: "只用于这一次申请，办理部门能看到证照的内容和状态；使用记录可以在“我的证照”查看。",
            options: [.init("true", "\(who)本次申请使用这份电子证照")], error: error)
        let hidden: HTML = "<input type=\"hidden\" name=\"licence\" value=\"\(licence.id)\">"
        let form = Form(
            action: ApplicationPath.licence(draftID, material.id), token: token, fields: [box],
            also: hidden, submit: "使用电子证照")
        // What is agreed to is read in full; only the button beside a file needs no words of its own.
        return "<div class=\"offer\">\(form.html)</div>"
    }

    private var error: Sentence? { errors.first { $0.field == Self.consent(material) }?.sentence }
}
