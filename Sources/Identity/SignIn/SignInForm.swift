import HTTPTypes
import Refusals
import Web

/// What the sign-in page shows: the form as it was filled in, and why it was refused.
struct SignInForm {
    /// Where to go on to, as the visitor brought it; checked when it is followed.
    var next: String?
    var account = ""
    var refusal: DomainError?

    /// The status that belongs to the refusal.
    var status: HTTPResponse.Status {
        switch refusal {
        case nil: .ok
        case .tooMany: .tooManyRequests
        case .forbidden: .forbidden
        default: .unprocessableContent
        }
    }

    /// The heading, the errors and the form.
    func html(token: CSRFToken, asksForCode: Bool) -> HTML {
        """
        \(ErrorSummary(errors).html)
        <h1>登录</h1>
        \(notice)
        \(Form(action: "/sign-in", token: token, fields: [accountField], also: rest(asksForCode), submit: "登录").html)
        """
    }

    /// A wrong name or password is shown at the name: it is the first to look at, and says nothing of which.
    private var errors: [FieldError] {
        switch refusal {
        case .invalid(let errors): errors
        case .signInRequired(let sentence): [FieldError("account", sentence)]
        default: []
        }
    }

    private var notice: HTML? {
        switch refusal {
        case .tooMany(let sentence, _), .forbidden(let sentence):
            Notice("现在不能登录", "<p>\(sentence)</p>", tone: .error).html
        default: nil
        }
    }

    private var accountField: Field {
        Field("account", "账号", value: account, error: errors["account"], autocomplete: "username")
    }

    private func rest(_ asksForCode: Bool) -> HTML {
        """
        \(PasswordField(error: errors["password"]).html)\
        \(if: asksForCode, codeField.html)\
        <input type="hidden" name="next" value="\(next ?? "")">
        """
    }

    private var codeField: Field {
        Field(
            "otp", "动态口令", hint: "工作人员须填写手机动态口令软件上的 6 位数字。", isRequired: false,
            autocomplete: "one-time-code")
    }
}

/// The field for a password: what is typed is not shown, and never sent back.
private struct PasswordField {
    let error: Sentence?

    var html: HTML {
        """
        <div class="field\(error == nil ? "" : " has-error")">
        <label class="label" for="f-password">密码</label>
        \(errorNote)
        <input class="input" id="f-password" name="password" type="password" \
        autocomplete="current-password"\
        \(attribute: "aria-describedby", error.map { _ in "f-password-error" })\
        \(attribute: "aria-invalid", error.map { _ in "true" }) required>
        </div>
        """
    }

    private var errorNote: HTML? {
        error.map { "<p class=\"error\" id=\"f-password-error\"><span class=\"sr\">错误：</span>\($0)</p>" }
    }
}
