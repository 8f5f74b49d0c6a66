import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// One visit of somebody whom a program has sent here.
struct Visit: Sendable {
    /// As the program wrote it, without what we added.
    let pairs: [(name: String, value: String)]
    let asked: Instant
    let client: Client
    let request: AuthorizationRequest
}

/// What is to be done with a visit.
enum Step: Sendable {
    case signIn
    case prove
    case consent(Visit)
    case back(code: OpaqueSecret)
}

/// Decides what a program gets: a code, or the reason why not.
struct Authorization: Sendable {
    let database: Database
    let settings: OpenIDSettings
    let keys: KeyShelf

    /// The program a request names, and an address of its own to answer to. Before these are known nobody is sent
    /// anywhere (RFC 6749 4.1.2.1).
    /// - Throws: `malformed`, for the visitor.
    func client(of parameters: Parameters) async throws -> (Client, redirectURI: String) {
        guard let name = parameters["client_id"], name.utf8.count <= 100,
            let client = try await database.read({ try ClientStore.client(named: name, in: $0) }),
            !client.isClosed
        else {
            throw DomainError.malformed("没有登记过这个系统（client_id），或者它已经停用。请回到您来的网站，或联系它的管理单位。")
        }
        guard let uri = parameters["redirect_uri"], client.terms.redirectURIs.contains(uri) else {
            throw DomainError.malformed("“\(client.terms.name)”要求返回的地址没有登记过，为了您的安全没有继续。请联系它的管理单位。")
        }
        return (client, uri)
    }

    /// - Parameter agreed: whether the person has just said yes.
    /// - Throws: ``ProtocolError``, for the program.
    func step(
        of visit: Visit, _ caller: SignedIn?, agreed: Bool, _ actor: Actor?, at now: Instant
    ) async throws -> Step {
        let request = visit.request
        let isSilent = request.prompts.contains(.none)
        guard let caller, let actor else {
            if isSilent { throw ProtocolError(.loginRequired, "nobody is signed in") }
            return .signIn
        }
        if request.needsProof(since: caller.provedAt, asked: visit.asked, at: now) {
            if isSilent { throw ProtocolError(.loginRequired, "the sign-in is too old") }
            return .prove
        }
        try await requireHint(visit, caller, at: now)
        return try await database.write { tx in
            let known = try ConsentStore.scopes(of: caller.accountID, client: visit.client.id, in: tx)
            if !agreed, !isCovered(visit, by: known) {
                if isSilent { throw ProtocolError(.consentRequired, "the person has not agreed yet") }
                return .consent(visit)
            }
            if agreed { try remember(visit, known, by: actor, at: now, in: tx) }
            return .back(code: try issue(visit, caller, actor, at: now, in: tx))
        }
    }

    private func isCovered(_ visit: Visit, by known: Scopes?) -> Bool {
        if visit.request.prompts.contains(.consent) { return false }
        return visit.client.terms.isFirstParty || (known?.covers(visit.request.scopes) ?? false)
    }

    /// The program means somebody: it gets them or nobody (OpenID Connect Core 1.0, 3.1.2.2).
    private func requireHint(_ visit: Visit, _ caller: SignedIn, at now: Instant) async throws {
        guard let hint = visit.request.hint else { return }
        let claims = try await keys.verified(hint, at: now)
        guard let claims, claims.isFor(visit.client.clientID), claims["iss"] == settings.issuer else {
            throw ProtocolError.invalidRequest("id_token_hint is not a token for this client")
        }
        guard claims["sub"] == subject(of: caller.accountID, visit.client) else {
            throw ProtocolError(.loginRequired, "somebody else is signed in")
        }
    }

    func subject(of account: Int64, _ client: Client) -> String {
        Subject.pairwise(account, sector: client.terms.sector, secret: settings.secret)
    }

    private func remember(
        _ visit: Visit, _ known: Scopes?, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let all = Scopes((known?.all ?? []) + visit.request.scopes.all)
        try ConsentStore.remember(all, of: actor.accountID, client: visit.client.id, at: now, in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "openid.consented", subject: "account:\(actor.accountID)",
                sentence: "\(actor.name)同意「\(visit.client.terms.name)」使用：\(visit.request.scopes.rawValue)。",
                detail: ["client": visit.client.clientID]), in: tx)
    }

    private func issue(
        _ visit: Visit, _ caller: SignedIn, _ actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> OpaqueSecret {
        guard let session = try OpenSession.of(caller, at: now, in: tx) else {
            throw ProtocolError(.loginRequired, "the session has just ended")
        }
        let (client, request, code) = (visit.client, visit.request, OpaqueSecret(.code))
        let login = try LoginStore.open(
            session, client: client.id, subject: subject(of: caller.accountID, client), at: now, in: tx)
        let grant = Grant(
            id: tx.ids.next(), login: login, client: client.id, accountID: caller.accountID,
            scopes: request.scopes, redirectURI: request.redirectURI, nonce: request.nonce,
            challenge: request.challenge, authenticatedAt: session.provedAt,
            factors: session.factors.map(\.reference).joined(separator: " "),
            codeUntil: now.adding(seconds: OpenIDSettings.codeSeconds), redeemedAt: nil, revokedAt: nil,
            expiresAt: now.adding(seconds: OpenIDSettings.grantSeconds))
        try GrantStore.insert(grant, codeHash: code.hash, in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "openid.authorized", subject: "account:\(actor.accountID)",
                sentence: "\(actor.name)登录了「\(client.terms.name)」。", detail: ["client": client.clientID]),
            in: tx)
        return code
    }
}
