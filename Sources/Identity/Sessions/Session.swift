import WorkingTime

/// One sign-in, from the moment somebody proved who they are until it ends.
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
    /// How old the last proof may be for an act that cannot be taken back.
    static let freshSeconds = 5 * 60

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
    /// How its holder proved who they are.
    let factors: Factors
    /// When they last did.
    let provedAt: Instant
    /// What the browser or the program said it is; as others may have written it.
    let agent: String

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

    /// The same session under a new token, whose old one is worth nothing any more: whoever knew it before the rights
    /// rose does not rise along.
    func renewed(_ token: SessionToken, proving factors: Factors, at now: Instant) -> Session {
        let added = factors.all.filter { !self.factors.all.contains($0) }
        return Session(
            idHash: token.hash, accountID: accountID, kind: kind, createdAt: createdAt, lastSeenAt: now,
            expiresAt: expiresAt, address: address, factors: Factors(all: self.factors.all + added),
            provedAt: now, agent: agent)
    }
}

extension SessionRules {
    func idleSeconds(isStaff: Bool) -> Int { isStaff ? staffIdleSeconds : citizenIdleSeconds }

    /// A session that begins now.
    func open(
        _ token: SessionToken, for accountID: Int64, by factors: Factors, _ arrival: Arrival
    ) -> Session {
        let isKiosk = factors.all.contains(.kiosk)
        return Session(
            idHash: token.hash, accountID: accountID, kind: arrival.kind, createdAt: arrival.now,
            lastSeenAt: arrival.now,
            expiresAt: arrival.now.adding(seconds: isKiosk ? kioskSeconds : absoluteSeconds),
            address: arrival.address, factors: factors,
            // What was confirmed on a telephone is no proof of who stands at the kiosk later.
            provedAt: isKiosk ? Instant(milliseconds: 0) : arrival.now, agent: arrival.agent)
    }
}
