import Cases
import Identity
import Web

/// Where an answer that everybody can read is taken out of the register.
struct UnpublishingPiece {
    let page: RequestDeskPage

    var html: HTML? {
        let plan = page.subject.plan
        guard page.background.row.isAnswered,
            page.officer.may(.answerRequests) || page.officer.may(.assignRequests),
            !page.officer.organs.isDisjoint(with: [plan.hall, plan.organ])
        else { return nil }
        let field = Field(
            "withdrawal", "为什么撤下", value: page.entered?["withdrawal"] ?? "", error: page.errors["withdrawal"])
        let id = String(page.background.row.id)
        return """
            <details class="more"\(attribute: "open", if: page.errors["withdrawal"] != nil)><summary>从公开的诉求里撤下</summary>
            <p><a href="\(RequestPath.answered(id))">公开的内容</a>里有个人信息或者不该公开的，撤下以后谁也看不到；反映人自己的答复不变。撤下以后不能恢复。</p>\(Form(
                action: RequestPath.unpublishing(page.number), token: page.token, fields: [field], submit: "撤下").html)</details>
            """
    }
}
