import Refusals
import Web
import WebAuthn
import WorkingTime

/// What is asked of somebody who must prove once more who they are: what they have, and nothing weaker.
struct ConfirmationPage {
    let security: AccountSecurity
    let holder: any SessionHolder
    let count: FactorCount
    let next: String
    let error: Sentence?

    func page(_ request: WebRequest) throws -> Page {
        SecurityPage(holder: holder).page(
            "再次验证身份", scripts: [PasskeyForm.script],
            body: """
                \(ErrorSummary(error.map { [FieldError("proof", $0)] } ?? []).html)
                <h1>再次验证身份</h1>
                <p>接下来的操作关系到账号安全，需要再确认一次是您本人。5 分钟内不用重复验证。</p>
                \(try passkey(request))
                \(Form(action: SecurityPath.confirmation, token: request.csrf, also: field + nextField, submit: "验证").html)
                """)
    }

    private func passkey(_ request: WebRequest) throws -> HTML? {
        guard count.passkeys > 0, let site = security.settings.relyingParty else { return nil }
        let challenge = security.challenges.make(
            for: .confirmation, holder: holder.sessionID, at: request.now)
        return PasskeyForm(
            action: SecurityPath.passkeyConfirmation, token: request.csrf,
            options: try PasskeyOptions(challenge: challenge, at: site).json, submit: "用通行密钥验证",
            content: nextField, isPrimary: true
        ).html
    }

    private var nextField: HTML { "<input type=\"hidden\" name=\"next\" value=\"\(next)\">" }

    private var field: HTML {
        guard count.hasSomethingToAsk else {
            return HiddenField(
                name: "proof", label: "密码", error: error?.chinese, autocomplete: "current-password"
            ).html
        }
        let label = count.hasOneTimeCode ? "动态口令或恢复码" : "恢复码"
        return Field("proof", label, error: error, autocomplete: "one-time-code").html
    }
}
