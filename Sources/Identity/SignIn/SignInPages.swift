import Government
import HTTPTypes
import Refusals
import Web
import WebAuthn
import WorkingTime

/// Signing in and out for people.
struct SignInPages: Sendable {
    let door: SignInDoor
    let security: AccountSecurity
    let directory: Directory
    /// The demo accounts to show; `nil` outside a demonstration.
    let demo: DemoAccounts?

    var routes: [Route] {
        [
            .get("/sign-in", .anyone, "登录") { request, _ in try await show(request) },
            .post("/sign-in", .anyone, journal: "session.opened", "登录") { request, _ in
                try await open(request)
            },
            .post(SecurityPath.passkeySignIn, .anyone, journal: "session.opened", "用通行密钥登录") { request, _ in
                try await openByPasskey(request)
            },
            .post(SecurityPath.certificateSignIn, .anyone, journal: "session.opened", "用数字证书登录") {
                request, _ in
                try await openByCertificate(request)
            },
            // Open to everyone: whoever presses the button after the session has ended is out already.
            .post("/sign-out", .anyone, journal: "session.closed", "退出") { request, _ in
                try await close(request)
            },
        ]
    }

    private var settings: IdentitySettings { door.signIn.settings }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        if let obliged = request.principal as? Obliged { return .redirect(to: obliged.obligation.path) }
        if let principal = request.principal {
            return .redirect(next: request.query("next"), otherwise: home(isStaff: principal.isStaff))
        }
        return .page(try await page(SignInForm(next: request.query("next")), request))
    }

    private func open(_ request: WebRequest) async throws -> WebResponse {
        let form = try await request.form()
        return try await enter(request, form) {
            try await door.open(
                account: form["account"] ?? "", password: form["password"] ?? "", code: form["otp"],
                kind: .page, request)
        }
    }

    private func openByPasskey(_ request: WebRequest) async throws -> WebResponse {
        let form = try await request.form()
        return try await enter(request, form) {
            guard let site = settings.relyingParty else { throw PasskeyProof.unavailable }
            try door.limit.admit(request.address, at: request.now)
            let proof = PasskeyProof(site: site, challenges: security.challenges)
            return try await PasskeySignIn(signIn: door.signIn, proof: proof).open(
                form["credential"] ?? "", holder: request.csrf.value,
                Arrival(request, kind: .page, settings))
        }
    }

    private func openByCertificate(_ request: WebRequest) async throws -> WebResponse {
        let form = try await request.form()
        return try await enter(request, form) {
            guard let gateways = settings.certificates else { throw CertificateSignIn.missing }
            try door.limit.admit(request.address, at: request.now)
            return try await CertificateSignIn(signIn: door.signIn).open(
                gateways.presented(in: request), Arrival(request, kind: .page, settings))
        }
    }

    /// Lets somebody in, or shows the page again with the reason.
    private func enter(
        _ request: WebRequest, _ form: FormData, _ open: () async throws -> OpenedSession
    ) async throws -> WebResponse {
        do {
            let opened = try await open()
            let response =
                opened.obligation.map { WebResponse.redirect(to: $0.path) }
                ?? .redirect(next: form["next"], otherwise: home(isStaff: opened.account.isStaff))
            return security.cookies(opened, on: response)
        } catch let refusal as DomainError {
            return try await refuse(refusal, form, request)
        }
    }

    private func close(_ request: WebRequest) async throws -> WebResponse {
        if let caller = request.principal as? any SessionHolder { try await door.close(caller, request) }
        return .redirect(to: "/").cookie(SetCookie(settings.cookieName, "", maxAgeSeconds: 0))
    }

    /// The same page with what was typed and what is wrong; never with the password.
    private func refuse(
        _ refusal: DomainError, _ form: FormData, _ request: WebRequest
    ) async throws -> WebResponse {
        let content = SignInForm(next: form["next"], account: form["account"] ?? "", refusal: refusal)
        var response = WebResponse.page(try await page(content, request), status: content.status)
        if case .tooMany(_, let seconds) = refusal {
            response = response.header("Retry-After", String(seconds))
        }
        return response
    }

    private func page(_ form: SignInForm, _ request: WebRequest) async throws -> Page {
        let ways = OtherWaysIn(settings: settings, challenges: security.challenges)
        var body = form.html(token: request.csrf, otherWays: try ways.html(form, request))
        if let demo { body += DemoBox(demo: demo, organs: try await directory.organs()).html }
        return Page("登录", scripts: [PasskeyForm.script], body: body)
    }

    private func home(isStaff: Bool) -> String { isStaff ? "/desk" : "/" }
}
