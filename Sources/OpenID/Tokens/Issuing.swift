import Crypto
import Foundation
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What a program gets for a code or a refresh token, before the ID token is signed.
struct Issued: Sendable {
    let access: OpaqueSecret
    let refresh: OpaqueSecret?
    let scopes: Scopes
    let claims: Claims
}

/// Makes tokens inside the transaction in which a code or a refresh token is used up.
struct Issuing: Sendable {
    let settings: OpenIDSettings
    let client: Client
    let address: String
    let now: Instant

    func issue(
        _ grant: Grant, _ scopes: Scopes, nonce: String?, login: Login, account: Account, in tx: Transaction
    ) throws -> Issued {
        let access = OpaqueSecret(.access)
        let end = min(now.adding(seconds: OpenIDSettings.tokenSeconds), grant.expiresAt)
        try TokenStore.insert(access, .access, of: grant, scopes, at: now, until: end, in: tx)
        let refresh = OpaqueSecret(.refresh)
        try TokenStore.insert(
            refresh, .refresh, of: grant, grant.scopes, at: now, until: grant.expiresAt, in: tx)
        var values = try PersonalClaims.claims(of: account, subject: login.subject, scopes, in: tx)
        values["iss"] = .text(settings.issuer)
        values["aud"] = .text(client.clientID)
        values["iat"] = .number(now.milliseconds / 1_000)
        values["exp"] = .number(now.milliseconds / 1_000 + Int64(OpenIDSettings.tokenSeconds))
        values["auth_time"] = .number(grant.authenticatedAt.milliseconds / 1_000)
        values["amr"] = .list(grant.factors.split(separator: " ").map { .text(String($0)) })
        values["sid"] = .text(String(login.id))
        values["at_hash"] = .text(Self.half(access.text))
        if let nonce { values["nonce"] = .text(nonce) }
        return Issued(access: access, refresh: refresh, scopes: scopes, claims: Claims(values))
    }

    func record(
        _ action: String, _ grant: Grant, outcome: JournalEntry.Outcome = .done, _ words: String,
        in tx: Transaction
    ) throws {
        let actor = Actor(
            accountID: 0, name: client.terms.name, organ: client.terms.organ, channel: "standard",
            address: address)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account:\(grant.accountID)",
                outcome: outcome,
                sentence: "「\(client.terms.name)」\(words)", detail: ["client": client.clientID]), in: tx)
    }

    /// The left half of the hash (OpenID Connect Core 1.0, 3.1.3.6).
    private static func half(_ text: String) -> String {
        Base64URLText.encode(Array(SHA256.hash(data: Data(text.utf8)).prefix(16)))
    }
}
