import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Signing out because a program asks for it (OpenID Connect RP-Initiated Logout 1.0).
struct LogoutPages: Sendable {
    let database: Database
    let settings: OpenIDSettings
    let keys: KeyShelf
    let identity: Identity
    let limit: RateLimit

    var routes: [Route] {
        [
            .get(OpenIDPath.logout, .anyone, "退出登录") { request, _ in
                try limit.admit(request.address, at: request.now)
                let pairs = QueryText.pairs(of: request.uri)
                let wish = try await wish(Parameters(pairs), at: request.now)
                guard request.principal is SignedIn else { return done(wish) }
                return ask(pairs, wish, request)
            },
            // Programs may send a form as well; what it asks for is asked of the visitor here.
            .post(OpenIDPath.logout, .anyone, journal: "session.closed", "退出登录") { request, _ in
                try limit.admit(request.address, at: request.now)
                return .redirect(to: try await request.leading(to: OpenIDPath.logout))
            }.admittingOtherSites,
            .post(OpenIDPath.logoutConfirmation, .anyone, journal: "session.closed", "退出登录") { request, _ in
                let form = try await request.form()
                let wish = try await wish(
                    Parameters(QueryText.pairs(in: form["request"] ?? "")), at: request.now)
                guard let caller = request.principal as? SignedIn else { return done(wish) }
                let now = request.now
                try await database.write { tx in
                    guard let session = try OpenSession.of(caller, at: now, in: tx) else { return }
                    try BackChannel.end(LoginStore.open(of: session, in: tx), at: now, in: tx)
                }
                return try await identity.signOut(caller, request, answering: done(wish))
            },
        ]
    }

    /// What a program asks for, as far as it may.
    private struct Wish {
        let client: Client?
        /// Where to go on afterwards; nil: nowhere.
        let uri: String?
        let state: String?
    }

    /// - Throws: `malformed` for a hint that is none, and for an address that is not registered: nobody is sent there.
    private func wish(_ parameters: Parameters, at now: Instant) async throws -> Wish {
        var clientID = parameters["client_id"]
        if let hint = parameters["id_token_hint"] {
            guard let claims = try await keys.verified(hint, at: now), claims["iss"] == settings.issuer,
                let audience = claims["aud"], clientID == nil || clientID == audience
            else { throw DomainError.malformed("退出请求里的身份凭据（id_token_hint）无效，或者属于另一个系统。您没有被退出。") }
            clientID = audience
        }
        let name = clientID
        let client = try await database.read { tx in
            try name.flatMap { try ClientStore.client(named: $0, in: tx) }
        }
        guard let uri = parameters["post_logout_redirect_uri"] else {
            return Wish(client: client, uri: nil, state: nil)
        }
        guard let client, !client.isClosed, client.terms.logoutURIs.contains(uri) else {
            throw DomainError.malformed("退出以后要前往的地址没有登记过，为了您的安全没有继续。")
        }
        return Wish(client: client, uri: uri, state: parameters["state"])
    }

    /// Always a question: an address alone must not be able to sign anybody out.
    private func ask(
        _ pairs: [(name: String, value: String)], _ wish: Wish, _ request: WebRequest
    ) -> WebResponse {
        let name = wish.client.map { "「\($0.terms.name)」" } ?? "另一个系统"
        let page = Page(
            "退出登录", offersSearch: false,
            body: """
                <h1>退出登录</h1>
                <p class="lead">\(name)请您退出。退出以后，本网站和用这个账号登录的其他系统都会退出。</p>
                <form class="form" method="post" action="\(OpenIDPath.logoutConfirmation)">\(request.csrf.field)
                <input type="hidden" name="request" value="\(QueryText.text(pairs))">
                <div class="actions"><button class="button">退出登录</button> <a class="button quiet" href="/">不退出</a></div>
                </form>
                """)
        let response = WebResponse.page(page)
        return wish.uri.map { response.leading(to: ClientTerms.origin(of: $0)) } ?? response
    }

    private func done(_ wish: Wish) -> WebResponse {
        guard let uri = wish.uri else { return .redirect(to: "/") }
        let state = wish.state.map { [(name: "state", value: $0)] } ?? []
        return .redirect(to: QueryText.address(uri, adding: state))
    }
}
