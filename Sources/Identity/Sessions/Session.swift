import WorkingTime

/// One sign-in, from the moment the password was right until it ends.
struct Session: Sendable, Hashable {
    /// Where the session is used.
    enum Kind: String, Sendable, Hashable, Codable {
        /// A browser, by cookie.
        case page
        /// A program, by `Authorization: Bearer`.
        case api
    }

    /// `lastSeenAt` is written at most this often, so that reading pages does not become writing.
    static let touchSeconds = 60

    /// The hash of the token; the token itself is nowhere but with its holder.
    let idHash: String
    let accountID: Int64
    let kind: Kind
    let createdAt: Instant
    let lastSeenAt: Instant
    /// The end whatever happens.
    let expiresAt: Instant
    /// The network address it was opened from.
    let address: String

    /// Whether the session still counts. A program's token lasts until the time it was told; a browser's
    /// session also ends when nobody has used it for a while.
    func isLive(at now: Instant, idleSeconds: Int) -> Bool {
        guard now < expiresAt else { return false }
        return kind == .api || now - lastSeenAt < idleSeconds
    }

    /// Whether it is time to write down that the session was used.
    func needsTouch(at now: Instant) -> Bool {
        now - lastSeenAt >= Session.touchSeconds
    }
}

extension SessionRules {
    func idleSeconds(isStaff: Bool) -> Int { isStaff ? staffIdleSeconds : citizenIdleSeconds }

    /// A session that begins now.
    func open(
        _ token: SessionToken, for accountID: Int64, kind: Session.Kind, address: String, at now: Instant
    ) -> Session {
        Session(
            idHash: token.hash, accountID: accountID, kind: kind, createdAt: now, lastSeenAt: now,
            expiresAt: now.adding(seconds: absoluteSeconds), address: address)
    }
}
