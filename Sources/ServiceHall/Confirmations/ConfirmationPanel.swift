import Cases
import Codes
import Refusals
import Services
import Web
import WorkingTime

/// On the check page at the counter: how the applicant says yes before the clerk hands in.
struct ConfirmationPanel {
    let wizard: Wizard
    let errors: [FieldError]
    /// Whether a code was sent that still counts.
    let awaitsCode: Bool
    let token: CSRFToken

    private var action: String { ApplicationPath.confirmation(wizard.draft.id) }

    var html: HTML {
        """
        <section class="card"><h2>请申请人确认</h2>
        <p>请申请人看过以上全部内容，确认由窗口代为提交。确认以后改动任何一项，都要重新确认。</p>
        \(faceToFace)\(wizard.draft.applicant.accountID == nil ? noAccount : byCode)</section>
        """
    }

    private var faceToFace: HTML {
        let ways = FilingConfirmation.Way.faceToFace(wizard.draft.applicant.kind)
        let field = Field(
            ApplicantConfirmation.wayField, "当面确认", .choice,
            options: ways.map { .init($0.rawValue, $0.chinese) },
            error: errors[ApplicantConfirmation.wayField])
        return Form(action: action, token: token, fields: [field], submit: "记录当面确认").html
    }

    private var noAccount: HTML {
        "<p class=\"hint\">申请人没有个人账号，收不到确认码，请当面核对。</p>"
    }

    private var byCode: HTML {
        let phone = wizard.draft.applicant.phone.map(Masking.phone) ?? "没有登记手机，只有站内消息"
        let send = PostButton(
            awaitsCode ? "重新发送确认码" : "发送确认码", action: ApplicationPath.confirmationCode(wizard.draft.id),
            token: token)
        let code = Field(
            ApplicantConfirmation.codeField, "申请人收到的确认码", hint: "6 位数字，10 分钟内有效。",
            error: errors[ApplicantConfirmation.codeField])
        let form: HTML? =
            awaitsCode || errors[ApplicantConfirmation.codeField] != nil
            ? Form(action: action, token: token, fields: [code], submit: "核对确认码").html : nil
        return """
            <h3>或者用确认码</h3><p>发到申请人的账号和登记的手机：\(phone)。</p>
            \(if: awaitsCode, "<p role=\"status\">确认码已发送，请申请人看手机。</p>")\(form)<div class="actions">\(send.html)</div>
            """
    }
}
