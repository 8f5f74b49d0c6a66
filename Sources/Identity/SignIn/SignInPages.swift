import Government
import Refusals
import Web

/// Signing in and out for people.
struct SignInPages: Sendable {
    let door: SignInDoor
    let directory: Directory
    /// The demo accounts to show; `nil` outside a demonstration.
    let demo: DemoAccounts?

    var routes: [Route] {
        [
            .get("/sign-in", .anyone, "登录") { request, _ in try await show(request) },
            .post("/sign-in", .anyone, journal: "session.opened", "登录") { request, _ in
                try await open(request)
            },
            // Open to everyone: whoever presses the button after the session has ended is out already.
            .post("/sign-out", .anyone, journal: "session.closed", "退出") { request, _ in
                try await close(request)
            },
        ]
    }

    private var settings: IdentitySettings { door.signIn.settings }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        if let principal = request.principal {
            return .redirect(next: request.query("next"), otherwise: home(isStaff: principal.isStaff))
        }
        return .page(try await page(SignInForm(next: request.query("next")), request))
    }

    private func open(_ request: WebRequest) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let opened = try await door.open(
                account: form["account"] ?? "", password: form["password"] ?? "", code: form["otp"],
                kind: .page, request)
            return .redirect(next: form["next"], otherwise: home(isStaff: opened.account.isStaff))
                .cookie(SetCookie(settings.cookieName, opened.token.text))
        } catch let refusal as DomainError {
            return try await refuse(refusal, form, request)
        }
    }

    private func close(_ request: WebRequest) async throws -> WebResponse {
        if let caller = request.principal as? SignedIn { try await door.close(caller, request) }
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
        var body = form.html(token: request.csrf, asksForCode: settings.requiresSecondFactor)
        if let demo { body += DemoBox(demo: demo, organs: try await directory.organs()).html }
        return Page("登录", body: body)
    }

    private func home(isStaff: Bool) -> String { isStaff ? "/desk" : "/" }
}
