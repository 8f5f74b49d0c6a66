import Identity
import Journal
import Storage
import WorkingTime

/// Uses up codes and refresh tokens. What comes a second time ends everything that came of it the first time: one of
/// the two was a thief, and nobody can tell which (RFC 9700 2.2.2 and 4.14).
struct Redemption: Sendable {
    /// What is said is kept: a refusal that ends a grant is no reason to undo that.
    enum Outcome: Sendable {
        case issued(Issued)
        case refused(ProtocolError)
    }

    let issuing: Issuing
    private var now: Instant { issuing.now }

    func redeem(
        _ code: OpaqueSecret, _ redirectURI: String?, _ verifier: String?, in tx: Transaction
    ) throws -> Outcome {
        guard let grant = try GrantStore.locked(code: code, in: tx) else {
            return .refused(.invalidGrant("the code is not known"))
        }
        switch grant.obstacle(for: issuing.client, redirectURI: redirectURI, verifier: verifier, at: now) {
        case .refused(let error): return .refused(error)
        case .replayed: return try end(grant, "重复使用登录码，已作废由它得到的全部令牌。", "the code was used before", in: tx)
        case nil: break
        }
        guard let (login, account) = try holder(of: grant, in: tx) else {
            return .refused(.invalidGrant("the account may not sign in any more"))
        }
        try GrantStore.redeem(grant.id, at: now, in: tx)
        try issuing.record("openid.tokens-issued", grant, "换取了令牌。", in: tx)
        return .issued(
            try issuing.issue(grant, grant.scopes, nonce: grant.nonce, login: login, account: account, in: tx)
        )
    }

    func refresh(_ secret: OpaqueSecret, _ wanted: Scopes?, in tx: Transaction) throws -> Outcome {
        guard let known = try TokenStore.token(secret, .refresh, in: tx) else {
            return .refused(.invalidGrant("the refresh token is not known"))
        }
        try tx.lock("openid_grant", id: known.grantID)
        // As it is now that nobody else can use it.
        guard let token = try TokenStore.token(secret, .refresh, in: tx),
            let grant = try GrantStore.grant(token.grantID, in: tx), grant.client == issuing.client.id
        else { return .refused(.invalidGrant("the refresh token was given to another client")) }
        guard token.usedAt == nil else {
            return try end(grant, "重复使用刷新令牌，已作废这次登录的全部令牌。", "the refresh token was used before", in: tx)
        }
        guard grant.isLive(at: now), now < token.expiresAt,
            let (login, account) = try holder(of: grant, in: tx),
            try grant.scopes.contains(.offlineAccess) || LoginStore.isSessionOpen(login, at: now, in: tx)
        else { return .refused(.invalidGrant("the sign-in has ended")) }
        let scopes = wanted ?? grant.scopes
        guard grant.scopes.covers(scopes), scopes.contains(.openid) else {
            return .refused(ProtocolError(.invalidScope, "more than was agreed to"))
        }
        try TokenStore.use(token.hash, at: now, in: tx)
        try issuing.record("openid.tokens-issued", grant, "刷新了令牌。", in: tx)
        return .issued(try issuing.issue(grant, scopes, nonce: nil, login: login, account: account, in: tx))
    }

    /// Ends the grant of a token of this program's.
    func revoke(_ text: String, in tx: Transaction) throws {
        if let secret = OpaqueSecret(text, .refresh),
            let token = try TokenStore.token(secret, .refresh, in: tx)
        {
            try tx.lock("openid_grant", id: token.grantID)
            guard let grant = try GrantStore.grant(token.grantID, in: tx), grant.client == issuing.client.id
            else {
                return
            }
            try GrantStore.revoke(grant.id, at: now, in: tx)
            try issuing.record("openid.token-revoked", grant, "作废了令牌。", in: tx)
        } else if let secret = OpaqueSecret(text, .access),
            let token = try TokenStore.token(secret, .access, in: tx),
            let grant = try GrantStore.grant(token.grantID, in: tx), grant.client == issuing.client.id
        {
            try TokenStore.delete(token.hash, in: tx)
            try issuing.record("openid.token-revoked", grant, "作废了访问令牌。", in: tx)
        }
    }

    private func end(
        _ grant: Grant, _ words: String, _ description: String, in tx: Transaction
    ) throws -> Outcome {
        try GrantStore.revoke(grant.id, at: now, in: tx)
        try issuing.record("openid.replay-detected", grant, outcome: .refused, words, in: tx)
        return .refused(.invalidGrant(description))
    }

    private func holder(of grant: Grant, in tx: Transaction) throws -> (Login, Account)? {
        guard let login = try LoginStore.login(grant.login, in: tx),
            let account = try Accounts.account(grant.accountID, on: now.day, in: tx)
        else { return nil }
        return (login, account)
    }
}
