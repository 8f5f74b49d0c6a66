import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where programs redeem codes and refresh tokens (RFC 6749 3.2).
struct TokenEndpoint: Sendable {
    let database: Database
    let settings: OpenIDSettings
    let keys: KeyShelf
    let authentication: ClientAuthentication
    let limit: RateLimit

    var routes: [Route] {
        [
            .post(OpenIDPath.token, .anyone, journal: "openid.tokens-issued", "换取令牌") { request, _ in
                try await answering { try await answer(request) }
            },
            .post(OpenIDPath.revocation, .anyone, journal: "openid.token-revoked", "作废令牌") { request, _ in
                try await answering { try await revoke(request) }
            },
        ]
    }

    /// What is refused here is refused in the words of the standard.
    private func answering(_ body: () async throws -> WebResponse) async throws -> WebResponse {
        do { return try await body() } catch let error as ProtocolError {
            return try error.response
        } catch DomainError.malformed {
            return try ProtocolError.invalidRequest("the body is not application/x-www-form-urlencoded")
                .response
        } catch DomainError.tooMany {
            return try ProtocolError(.slowDown, "too many requests, try again later").response
        }
    }

    private func answer(_ request: WebRequest) async throws -> WebResponse {
        try limit.admit(request.address, at: request.now)
        let form = try await request.form()
        try requireOnce(form)
        let client = try await authentication.client(request, form)
        let outcome: Redemption.Outcome
        let redemption = Redemption(
            issuing: Issuing(settings: settings, client: client, address: request.address, now: request.now))
        switch form["grant_type"] {
        case "authorization_code": outcome = try await redeem(form, redemption)
        case "refresh_token": outcome = try await refresh(form, redemption)
        case nil: throw ProtocolError.invalidRequest("grant_type is missing")
        default: throw ProtocolError(.unsupportedGrantType, "authorization_code or refresh_token")
        }
        switch outcome {
        case .refused(let error): throw error
        case .issued(let issued): return try await response(issued, client, at: request.now)
        }
    }

    private func redeem(_ form: FormData, _ redemption: Redemption) async throws -> Redemption.Outcome {
        guard let text = form["code"] else { throw ProtocolError.invalidRequest("code is missing") }
        guard let code = OpaqueSecret(text, .code) else {
            throw ProtocolError.invalidGrant("the code is not known")
        }
        let (uri, verifier) = (form["redirect_uri"], form["code_verifier"])
        return try await database.write { try redemption.redeem(code, uri, verifier, in: $0) }
    }

    private func refresh(_ form: FormData, _ redemption: Redemption) async throws -> Redemption.Outcome {
        guard let text = form["refresh_token"] else {
            throw ProtocolError.invalidRequest("refresh_token is missing")
        }
        guard let token = OpaqueSecret(text, .refresh) else {
            throw ProtocolError.invalidGrant("the refresh token is not known")
        }
        let wanted = form["scope"].map(Scopes.init(rawValue:))
        return try await database.write { try redemption.refresh(token, wanted, in: $0) }
    }

    private func response(_ issued: Issued, _ client: Client, at now: Instant) async throws -> WebResponse {
        struct Answer: Encodable {
            let access_token: String
            let token_type = "Bearer"
            let expires_in = OpenIDSettings.tokenSeconds
            let refresh_token: String?
            let id_token: String
            let scope: String
        }
        let answer = Answer(
            access_token: issued.access.text, refresh_token: issued.refresh?.text,
            id_token: try await keys.sign(issued.claims, client.terms.algorithm, at: now),
            scope: issued.scopes.rawValue)
        return try WebResponse.json(answer).header("Cache-Control", "no-store")
    }

    /// A parameter may be there once (RFC 6749 3.2).
    private func requireOnce(_ form: FormData) throws {
        for name in form.names where form.all(name).count > 1 {
            throw ProtocolError.invalidRequest("\(name) is repeated")
        }
    }

    /// Ends what a token belongs to; whoever asks about a token that is none gets the same answer (RFC 7009 2.2).
    private func revoke(_ request: WebRequest) async throws -> WebResponse {
        try limit.admit(request.address, at: request.now)
        let form = try await request.form()
        let client = try await authentication.client(request, form)
        guard let text = form["token"] else { throw ProtocolError.invalidRequest("token is missing") }
        let redemption = Redemption(
            issuing: Issuing(settings: settings, client: client, address: request.address, now: request.now))
        try await database.write { try redemption.revoke(text, in: $0) }
        return .text("").header("Cache-Control", "no-store")
    }
}
