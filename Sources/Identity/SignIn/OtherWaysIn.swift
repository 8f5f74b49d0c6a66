import Web
import WebAuthn
import WorkingTime

/// The ways in without a password, below the form.
struct OtherWaysIn {
    let settings: IdentitySettings
    let challenges: Challenges

    func html(_ form: SignInForm, _ request: WebRequest) throws -> HTML {
        "\(try passkey(form, request))\(certificate(form, request))"
    }

    private func passkey(_ form: SignInForm, _ request: WebRequest) throws -> HTML? {
        guard let site = settings.relyingParty else { return nil }
        let challenge = challenges.make(for: .signIn, holder: request.csrf.value, at: request.now)
        return PasskeyForm(
            action: SecurityPath.passkeySignIn, token: request.csrf,
            options: try PasskeyOptions(challenge: challenge, at: site).json, submit: "使用通行密钥登录",
            content: form.nextField
        ).html
    }

    private func certificate(_ form: SignInForm, _ request: WebRequest) -> HTML? {
        guard settings.certificates != nil else { return nil }
        return Form(
            action: SecurityPath.certificateSignIn, token: request.csrf, also: form.nextField,
            submit: "使用数字证书登录"
        ).html
    }
}
