import Cases
import Identity
import Refusals
import Web
import WorkingTime

/// What a reviewer or a publisher does with an edition.
extension EditionPage {
    var decision: HTML? {
        switch desk.step {
        case .review where desk.roles.contains(.reviewer): review
        case .sign where desk.edition.waitsForItsMoment: waiting
        case .sign where desk.roles.contains(.publisher): sign
        default: nil
        }
    }

    private var review: HTML {
        let confirm = Field(
            "cleared", "保密审查", .choices, isRequired: false,
            options: [.init("yes", "我已逐字审查，内容不涉及国家秘密、工作秘密、商业秘密和个人隐私，可以公开")],
            error: errors["cleared"])
        let opinion = Field("opinion", "审核意见", .longText, isRequired: false, error: errors["opinion"])
        let form = Form(
            action: ContentPath.act(id, "clearance"), token: token, fields: [confirm, opinion], submit: "审核通过"
        )
        return "\(Card("审核", form.html).html)\(giveBack)"
    }

    private var sign: HTML {
        let form = SigningForm(id: id, entered: signing, errors: errors, token: token)
        let cleared = desk.edition.cleared.map { "\($0.name)，\($0.at.chinese)" } ?? ""
        return "\(Card("签发", "<p>保密审查：\(cleared)</p>\(form.html)").html)\(giveBack)"
    }

    private var waiting: HTML {
        let moment = desk.edition.plan.goesOutAt?.chinese ?? ""
        let last: HTML = desk.edition.plan.lastDay.map { "，公开到\($0.written)" } ?? ""
        let recall = PostButton("收回签发", action: ContentPath.act(id, "recall"), token: token)
        return Card(
            "等待公开",
            """
            <p>\(desk.edition.published?.name ?? "")已签发，定于 <b>\(moment)</b> 公开\(last)。</p>
            \(if: desk.roles.contains(.publisher), recall.html)
            """
        ).html
    }

    private var giveBack: HTML {
        Card(
            "退回修改",
            Form(
                action: ContentPath.act(id, "return"), token: token,
                fields: [Field("reason", "要改什么", .longText, error: errors["reason"])], submit: "退回修改"
            ).html
        ).html
    }
}
