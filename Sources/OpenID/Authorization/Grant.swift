import WorkingTime

/// One authorization of a program by a person: the code, and all tokens that come of it.
struct Grant: Sendable, Hashable, Identifiable {
    let id: Int64
    let login: Int64
    let client: Int64
    let accountID: Int64
    let scopes: Scopes
    let redirectURI: String
    let nonce: String?
    let challenge: String
    let authenticatedAt: Instant
    /// As the standard calls them, separated by blanks (RFC 8176).
    let factors: String
    let codeUntil: Instant
    let redeemedAt: Instant?
    let revokedAt: Instant?
    let expiresAt: Instant

    func isLive(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }

    /// What keeps a code from being redeemed.
    enum Obstacle: Sendable, Hashable {
        /// It was redeemed before: whoever comes second may be the thief, or the first one was.
        case replayed
        case refused(ProtocolError)
    }

    /// Looks whether the code may be redeemed by this program now (RFC 6749 4.1.3, RFC 7636 4.6).
    func obstacle(for client: Client, redirectURI: String?, verifier: String?, at now: Instant) -> Obstacle? {
        // A code in the wrong hands is not used up by them.
        guard client.id == self.client else {
            return .refused(.invalidGrant("the code was given to another client"))
        }
        guard redeemedAt == nil else { return .replayed }
        guard revokedAt == nil, now < codeUntil else {
            return .refused(.invalidGrant("the code is out of date"))
        }
        guard redirectURI == self.redirectURI else {
            return .refused(.invalidGrant("redirect_uri is not the one of the authorization request"))
        }
        guard let verifier, PKCE.matches(verifier, challenge) else {
            return .refused(.invalidGrant("code_verifier does not fit code_challenge"))
        }
        return nil
    }
}

/// Somebody's session as one program knows it.
struct Login: Sendable, Hashable, Identifiable {
    let id: Int64
    let accountID: Int64
    let client: Int64
    let openedAt: Instant
    let subject: String
}
