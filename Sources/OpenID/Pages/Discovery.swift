import Web

/// What the provider says about itself (OpenID Connect Discovery 1.0, RFC 8414).
struct Discovery: Sendable {
    let settings: OpenIDSettings
    let keys: KeyShelf

    var routes: [Route] {
        [
            .get(OpenIDPath.discovery, .anyone, "统一登录说明") { _, _ in
                try WebResponse.json(ClaimValue.object(document)).header(
                    "Cache-Control", "public, max-age=300"
                )
                .readableByAll
            },
            .get(OpenIDPath.keys, .anyone, "统一登录公钥") { request, _ in
                try WebResponse.json(["keys": await keys.published(at: request.now)])
                    .header("Cache-Control", "public, max-age=300").readableByAll
            },
        ]
    }

    private var document: [String: ClaimValue] {
        let algorithms = SigningAlgorithm.allCases.map(\.rawValue)
        let claims = ["iss", "aud", "exp", "iat", "auth_time", "amr", "sid", "nonce", "at_hash"]
        return [
            "issuer": .text(settings.issuer), "authorization_endpoint": address(OpenIDPath.authorization),
            "token_endpoint": address(OpenIDPath.token), "userinfo_endpoint": address(OpenIDPath.userInfo),
            "jwks_uri": address(OpenIDPath.keys), "revocation_endpoint": address(OpenIDPath.revocation),
            "end_session_endpoint": address(OpenIDPath.logout),
            "scopes_supported": list(Scope.allCases.map(\.rawValue)),
            "response_types_supported": list(["code"]), "response_modes_supported": list(["query"]),
            "grant_types_supported": list(["authorization_code", "refresh_token"]),
            "subject_types_supported": list(["pairwise"]),
            "id_token_signing_alg_values_supported": list(algorithms),
            "token_endpoint_auth_methods_supported": list([
                "client_secret_basic", "client_secret_post", "none",
            ]),
            "revocation_endpoint_auth_methods_supported": list([
                "client_secret_basic", "client_secret_post", "none",
            ]),
            "code_challenge_methods_supported": list(["S256"]),
            "claims_supported": list(claims + Scope.allCases.flatMap(\.claims)),
            "prompt_values_supported": list(AuthorizationRequest.Prompt.allCases.map(\.rawValue)),
            "ui_locales_supported": list(["zh-CN"]), "claims_parameter_supported": false,
            "request_parameter_supported": false, "request_uri_parameter_supported": false,
            "authorization_response_iss_parameter_supported": true, "backchannel_logout_supported": true,
            "backchannel_logout_session_supported": true,
        ]
    }

    private func address(_ path: String) -> ClaimValue { .text(settings.issuer + path) }

    private func list(_ words: [String]) -> ClaimValue { .list(words.map { .text($0) }) }
}

extension WebResponse {
    /// What any page on any site may read: it is public, and carries nobody's name.
    fileprivate var readableByAll: WebResponse {
        header("Access-Control-Allow-Origin", "*").header("Cross-Origin-Resource-Policy", "cross-origin")
    }
}
