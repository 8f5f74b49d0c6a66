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
        case .conflict: .conflict
        default: .unprocessableContent
        }
    }

    /// The heading, the errors, the form, and the other ways in.
    func html(token: CSRFToken, otherWays: HTML) -> HTML {
        """
        \(ErrorSummary(errors).html)
        <h1>登录</h1>
        \(notice)
        \(Form(action: "/sign-in", token: token, fields: [accountField], also: rest, submit: "登录").html)
        \(otherWays)
        """
    }

    /// The next page, for the other ways in.
    var nextField: HTML { "<input type=\"hidden\" name=\"next\" value=\"\(next ?? "")\">" }

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
        case .tooMany(let sentence, _), .forbidden(let sentence), .conflict(let sentence):
            Notice("现在不能登录", "<p>\(sentence)</p>", tone: .error).html
        default: nil
        }
    }

    private var accountField: Field {
        Field("account", "账号", value: account, error: errors["account"], autocomplete: "username")
    }

    private var rest: HTML {
        """
        \(HiddenField(name: "password", label: "密码", error: errors["password"]?.chinese, autocomplete: "current-password").html)\
        \(codeField.html)\
        \(nextField)
        """
    }

    private var codeField: Field {
        Field(
            "otp", "动态口令或恢复码", hint: "绑定了动态口令的账号须填写手机上的 6 位数字。", isRequired: false, error: errors["otp"],
            autocomplete: "one-time-code")
    }
}
