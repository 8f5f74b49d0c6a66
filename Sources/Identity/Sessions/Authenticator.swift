import Storage
import Web
import WorkingTime

/// Counts the messages that an account, whose id may be a subquery, has not read yet; the answer's one column is `unread`.
public typealias UnreadQuery = @Sendable (SQL) -> SQL

/// Finds out who sends a request: by `Authorization: Bearer`, or by the session's cookie.
///
/// Where both come along the header counts: a program names the session it means, a browser sends its
/// cookie unasked. (Changes that rest on a cookie alone are guarded against other sites by `Web`.)
public struct Authenticator: Sendable {
    let database: Database
    let settings: IdentitySettings
    let book: GrantBook
    let unread: UnreadQuery

    /// Whoever is signed in, or `nil`. One read; at most once a minute also a write that keeps the session
    /// alive.
    /// - Throws: `StorageError` when the database cannot be read.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        guard let (token, kind) = token(in: request) else { return nil }
        let now = request.now
        let found = try await database.read { transaction in
            try lookUp(token, kind: kind, at: now, in: transaction)
        }
        guard let (session, principal) = found else { return nil }
        if session.needsTouch(at: now) {
            try await database.write { try SessionStore.touch(session.idHash, at: now, in: $0) }
        }
        return principal
    }

    private func token(in request: WebRequest) -> (SessionToken, Session.Kind)? {
        if request.channel == .api, let bearer = request.bearer {
            return SessionToken(bearer).map { ($0, .api) }
        }
        return request.cookie(settings.cookieName).flatMap(SessionToken.init).map { ($0, .page) }
    }

    private func lookUp(
        _ token: SessionToken, kind: Session.Kind, at now: Instant, in transaction: Transaction
    ) throws -> (Session, any SessionHolder)? {
        // Only pages have a masthead to show what is unread in.
        let found = try SessionStore.holder(
            of: token.hash, on: now.day, book.grants(on: now.day), counting: kind == .page ? unread : nil,
            in: transaction)
        guard let found, found.session.kind == kind,
            found.session.isLive(
                at: now, idleSeconds: settings.sessions.idleSeconds(isStaff: found.account.isStaff))
        else { return nil }
        let (session, account) = (found.session, found.account)
        if let obligation = found.standing.obligation(of: account, settings) {
            let obliged = Obliged(
                account: account, sessionID: session.idHash, provedAt: session.provedAt,
                obligation: obligation)
            return (session, obliged)
        }
        let signedIn = SignedIn(
            account: account, sessionID: session.idHash, provedAt: session.provedAt, unread: found.unread,
            organName: kind == .page ? found.organName : nil)
        return (session, signedIn)
    }
}
