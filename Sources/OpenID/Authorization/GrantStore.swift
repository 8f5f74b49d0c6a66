import Identity
import Storage
import WorkingTime

/// The SQL of authorizations.
enum GrantStore {
    static func insert(_ grant: Grant, codeHash: String, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO openid_grant (id, login, client, account_id, scopes, redirect_uri, nonce, challenge,
                authenticated_at, factors, code_hash, code_until, expires_at)
            VALUES (\(grant.id), \(grant.login), \(grant.client), \(grant.accountID), \(grant.scopes),
                \(grant.redirectURI), \(grant.nonce), \(grant.challenge), \(grant.authenticatedAt),
                \(grant.factors), \(codeHash), \(grant.codeUntil), \(grant.expiresAt))
            """)
    }

    static func grant(_ id: Int64, in tx: Transaction) throws -> Grant? {
        try tx.row("SELECT * FROM openid_grant WHERE id = \(id)").map(Grant.init)
    }

    /// The grant of a code, locked: two that redeem it at once come one after the other.
    static func locked(code: OpaqueSecret, in tx: Transaction) throws -> Grant? {
        guard let id = try tx.row("SELECT id FROM openid_grant WHERE code_hash = \(code.hash)")?.id("id")
        else {
            return nil
        }
        try tx.lock("openid_grant", id: id)
        return try grant(id, in: tx)
    }

    static func redeem(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE openid_grant SET redeemed_at = \(now) WHERE id = \(id)")
    }

    /// Ends a grant with all its tokens; the refresh tokens stay, so that they are known when they come again.
    static func revoke(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE openid_grant SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL")
        try tx.execute("DELETE FROM openid_token WHERE grant_id = \(id) AND kind = 'access'")
    }

    /// Ends what a person let a program do.
    static func revokeAll(of account: Int64, client: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE openid_grant SET revoked_at = \(now)
            WHERE account_id = \(account) AND client = \(client) AND revoked_at IS NULL
            """)
    }

    /// Forgets what counts for nothing any more. A code that was redeemed is remembered as long as its tokens, so that it
    /// is known when it comes again.
    static func purge(at now: Instant, in tx: Transaction) throws {
        try tx.execute("DELETE FROM openid_grant WHERE redeemed_at IS NULL AND code_until <= \(now)")
        try tx.execute("DELETE FROM openid_token WHERE expires_at <= \(now)")
        try tx.execute("DELETE FROM openid_grant WHERE expires_at <= \(now)")
    }
}

extension Grant {
    fileprivate init(_ row: Row) throws {
        try self.init(
            id: row.id("id"), login: row.id("login"), client: row.id("client"),
            accountID: row.id("account_id"), scopes: row.value("scopes"),
            redirectURI: row.text("redirect_uri"), nonce: row.optionalText("nonce"),
            challenge: row.text("challenge"), authenticatedAt: row.instant("authenticated_at"),
            factors: row.text("factors"), codeUntil: row.instant("code_until"),
            redeemedAt: row.optionalInstant("redeemed_at"), revokedAt: row.optionalInstant("revoked_at"),
            expiresAt: row.instant("expires_at"))
    }
}

/// The SQL of sessions as programs know them.
enum LoginStore {
    static func login(_ id: Int64, in tx: Transaction) throws -> Login? {
        try tx.row("SELECT * FROM openid_login WHERE id = \(id)").map(Login.init)
    }

    /// The login of a session at a program, made when it is the first time.
    static func open(
        _ session: OpenSession, client: Int64, subject: String, at now: Instant, in tx: Transaction
    ) throws -> Int64 {
        let row = try tx.row(
            """
            INSERT INTO openid_login (id, account_id, client, session_opened_at, subject, began_at)
            VALUES (\(tx.ids.next()), \(session.accountID), \(client), \(session.openedAt), \(subject), \(now))
            ON CONFLICT (account_id, client, session_opened_at) DO UPDATE SET subject = excluded.subject
            RETURNING id
            """)
        guard let id = try row?.id("id") else { throw StorageError.serialization }
        return id
    }

    /// The logins that rest on a session.
    static func open(of session: OpenSession, in tx: Transaction) throws -> [Login] {
        try tx.rows(
            """
            SELECT * FROM openid_login
            WHERE account_id = \(session.accountID) AND session_opened_at = \(session.openedAt)
                AND ended_at IS NULL ORDER BY client LIMIT 200
            """
        ).map(Login.init)
    }

    /// Logins whose session has ended in the meantime, however that was.
    static func left(at now: Instant, in tx: Transaction) throws -> [Login] {
        try tx.rows(
            """
            SELECT * FROM openid_login l WHERE l.ended_at IS NULL
                AND NOT \(OpenSession.isOpen(account: "l.account_id", openedAt: "l.session_opened_at", at: now))
            ORDER BY l.id LIMIT 200
            """
        ).map(Login.init)
    }

    /// Forgets logins that ended so long ago that nothing they allowed counts any more.
    static func purge(at now: Instant, in tx: Transaction) throws {
        let end = now.adding(seconds: -OpenIDSettings.grantSeconds)
        try tx.execute("DELETE FROM openid_login WHERE ended_at <= \(end)")
    }

    static func isSessionOpen(_ login: Login, at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT l.id FROM openid_login l WHERE l.id = \(login.id)
                AND \(OpenSession.isOpen(account: "l.account_id", openedAt: "l.session_opened_at", at: now))
            """) != nil
    }

    /// Marks a login as ended, with all it allowed but what was to last.
    static func end(_ login: Login, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE openid_login SET ended_at = \(now) WHERE id = \(login.id)")
        let grants = try tx.rows(
            "SELECT id, scopes FROM openid_grant WHERE login = \(login.id) AND revoked_at IS NULL")
        for row in grants where try !row.value("scopes", as: Scopes.self).contains(.offlineAccess) {
            try GrantStore.revoke(row.id("id"), at: now, in: tx)
        }
    }
}

extension Login {
    fileprivate init(_ row: Row) throws {
        try self.init(
            id: row.id("id"), accountID: row.id("account_id"), client: row.id("client"),
            openedAt: row.instant("session_opened_at"), subject: row.text("subject"))
    }
}
