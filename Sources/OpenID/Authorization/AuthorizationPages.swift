import Identity
import Refusals
import Web
import WorkingTime

/// Where programs send their visitors to sign in, and the visitors come back from.
struct AuthorizationPages: Sendable {
    let authorization: Authorization
    let limit: RateLimit

    private var asking: Asking { Asking(secret: authorization.settings.secret) }

    var routes: [Route] {
        [
            .get(OpenIDPath.authorization, .anyone, "登录其他系统") { request, _ in
                try await arrive(request, QueryText.pairs(of: request.uri), answer: nil)
            },
            // A form of the program's: the visitor's cookies stay behind, so it goes on as an address (OpenID Connect
            // Core 1.0, 3.1.2.1 asks for both).
            .post(OpenIDPath.authorization, .anyone, journal: "openid.authorized", "登录其他系统") { request, _ in
                try limit.admit(request.address, at: request.now)
                return .redirect(to: try await request.leading(to: OpenIDPath.authorization))
            }.admittingOtherSites,
            .get(OpenIDPath.continuation, .anyone, "返回其他系统") { request, _ in continuation(request) },
            .post(OpenIDPath.consent, .signedIn, journal: "openid.consented", "同意其他系统使用资料") { request, _ in
                let form = try await request.form()
                return try await arrive(
                    request, QueryText.pairs(in: form["request"] ?? ""), answer: form["answer"] ?? "no")
            },
        ]
    }

    private func arrive(
        _ request: WebRequest, _ sent: [(name: String, value: String)], answer: String?
    ) async throws -> WebResponse {
        try limit.admit(request.address, at: request.now)
        let (pairs, asked) = asking.read(sent, at: request.now)
        let parameters = Parameters(pairs)
        let (client, uri) = try await authorization.client(of: parameters)
        do {
            let visit = Visit(
                pairs: pairs, asked: asked, client: client,
                request: try AuthorizationRequest(parameters, of: client, redirectURI: uri))
            if let answer, answer != "yes" { throw ProtocolError(.accessDenied, "the person did not agree") }
            return try await show(visit, request, agreed: answer == "yes")
        } catch let error as ProtocolError {
            return back(
                to: uri, parameters["state"],
                [
                    ("error", error.code.rawValue), ("error_description", error.description),
                ])
        }
    }

    private func show(_ visit: Visit, _ request: WebRequest, agreed: Bool) async throws -> WebResponse {
        let caller = request.principal as? SignedIn
        let step = try await authorization.step(
            of: visit, caller, agreed: agreed, caller?.actor(request), at: request.now)
        let sealed = QueryText.text(asking.sealed(visit.pairs, asked: visit.asked))
        switch step {
        case .signIn: return .redirect(to: detour("/sign-in", sealed))
        case .prove: return .redirect(to: detour("/account/confirmation", sealed))
        case .consent:
            let origin = ClientTerms.origin(of: visit.request.redirectURI)
            return WebResponse.page(
                ConsentPage(
                    visit: visit, request: sealed, name: caller?.displayName ?? "", token: request.csrf
                ).page
            ).leading(to: origin)
        case .back(let code):
            return back(to: visit.request.redirectURI, visit.request.state, [("code", code.text)])
        }
    }

    private func detour(_ path: String, _ sealed: String) -> String {
        "\(path)?next=\(QueryText.encoded("\(OpenIDPath.continuation)?\(sealed)"))"
    }

    /// With who answers, so that a program with several providers cannot mistake one for another (RFC 9207).
    private func back(
        to uri: String, _ state: String?, _ pairs: [(name: String, value: String)]
    ) -> WebResponse {
        let state = state.map { [("state", $0)] } ?? []
        let all = pairs + state + [("iss", authorization.settings.issuer)]
        return .redirect(to: QueryText.address(uri, adding: all)).header("Cache-Control", "no-store")
    }

    /// The policy of the sign-in form holds for every address the form leads to, and no program's is among them: so
    /// this page stands between, and the browser goes on from here.
    private func continuation(_ request: WebRequest) -> WebResponse {
        let query = QueryText.text(QueryText.pairs(of: request.uri))
        let address = "\(OpenIDPath.authorization)?\(query)"
        return WebResponse.page(
            Page(
                "正在返回",
                body: """
                    <h1>正在返回</h1>
                    <p class="lead">您已登录，正在返回刚才的系统。</p>
                    <p><a class="button" href="\(address)">没有自动返回，请点这里</a></p>
                    """)
        ).header("Refresh", "0; url=\(address)")
    }
}

extension WebRequest {
    /// The same request as an address: what was sent as a form, behind a question mark.
    func leading(to path: String) async throws -> String {
        let form = try await form()
        let pairs = form.names.flatMap { name in form.all(name).map { (name: name, value: $0) } }
        let text = QueryText.text(pairs)
        guard text.utf8.count <= OpenIDSettings.tokenLimitBytes * 2 else {
            throw DomainError.tooLarge("请求太长，没有继续。")
        }
        return "\(path)?\(text)"
    }
}

extension WebResponse {
    /// A page whose form leads to another site in the end.
    func leading(to origin: String) -> WebResponse {
        header(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self' \(origin); frame-ancestors 'none'")
    }
}
