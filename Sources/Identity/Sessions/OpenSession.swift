import Journal
import Storage
import Web
import WorkingTime

/// A session as other programs that rest on it may know it: it keeps its beginning, whatever its token becomes.
public struct OpenSession: Sendable, Hashable {
    /// Whose it is.
    public let accountID: Int64
    /// When it was opened.
    public let openedAt: Instant
    /// How its holder proved who they are.
    public let factors: [Factor]
    /// When they last did.
    public let provedAt: Instant

    /// The session of somebody who is signed in; nil when it has just ended.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func of(_ caller: SignedIn, at now: Instant, in tx: Transaction) throws -> OpenSession? {
        let row = try tx.row(
            """
            SELECT account_id, created_at, factors, proved_at FROM session
            WHERE id_hash = \(caller.sessionID) AND expires_at > \(now)
            """)
        return try row.map { row in
            OpenSession(
                accountID: try row.id("account_id"), openedAt: try row.instant("created_at"),
                factors: try row.value("factors", as: Factors.self).all,
                provedAt: try row.instant("proved_at"))
        }
    }

    /// Whether an account's session that was opened then is still open, as a condition of SQL.
    public static func isOpen(account: SQL, openedAt: SQL, at now: Instant) -> SQL {
        """
        EXISTS (SELECT 1 FROM session s WHERE s.account_id = \(account) AND s.created_at = \(openedAt)
            AND s.expires_at > \(now))
        """
    }
}

extension Identity {
    /// Ends a session, and lets the browser forget it with this answer.
    /// - Throws: `StorageError` when the database cannot be written.
    public func signOut(
        _ caller: SignedIn, _ request: WebRequest, answering response: WebResponse
    ) async throws -> WebResponse {
        try await signOut.close(caller, request)
        return response.cookie(SetCookie(authenticator.settings.cookieName, "", maxAgeSeconds: 0))
    }

    private var signOut: SignInDoor { SignInDoor(signIn) }
}
