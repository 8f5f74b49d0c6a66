import Storage
import WorkingTime

/// The SQL of programs.
enum ClientStore {
    static let pageSize = 50

    static func client(_ id: Int64, in tx: Transaction) throws -> Client? {
        try tx.row("SELECT * FROM openid_client WHERE id = \(id)").map(Client.init)
    }

    static func client(named clientID: String, in tx: Transaction) throws -> Client? {
        try tx.row("SELECT * FROM openid_client WHERE client_id = \(clientID)").map(Client.init)
    }

    static func all(after: String?, in tx: Transaction) throws -> Slice<Client> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            "SELECT * FROM openid_client WHERE id > \(last) ORDER BY id LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(Client.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Does what was approved.
    static func carryOut(_ change: ClientChange, at now: Instant, in tx: Transaction) throws {
        let terms = try encodeJSON(change.terms)
        switch change.kind {
        case .register:
            try tx.execute(
                """
                INSERT INTO openid_client (id, client_id, terms)
                VALUES (\(change.client), \("minben-\(change.client)"), \(terms))
                """)
        case .amend:
            try tx.execute("UPDATE openid_client SET terms = \(terms) WHERE id = \(change.client)")
        case .close:
            try tx.execute("UPDATE openid_client SET closed_at = \(now) WHERE id = \(change.client)")
            try tx.execute(
                """
                UPDATE openid_grant SET revoked_at = \(now) WHERE revoked_at IS NULL AND login IN
                    (SELECT id FROM openid_login WHERE client = \(change.client) AND ended_at IS NULL)
                """)
        }
    }

    /// Puts a new secret in place of the present one, which counts for a while longer.
    static func renewSecret(_ hash: String, of client: Client, at now: Instant, in tx: Transaction) throws {
        let until = client.secretHash.map { _ in now.adding(seconds: OpenIDSettings.formerSecretSeconds) }
        try tx.execute(
            """
            UPDATE openid_client SET secret_hash = \(hash), secret_made_at = \(now),
                former_secret_hash = \(client.secretHash), former_secret_until = \(until)
            WHERE id = \(client.id)
            """)
    }
}

extension Client {
    init(_ row: Row) throws {
        try self.init(
            id: row.id("id"), clientID: row.text("client_id"), terms: row.json("terms"),
            closedAt: row.optionalInstant("closed_at"), secretHash: row.optionalText("secret_hash"),
            secretMadeAt: row.optionalInstant("secret_made_at"),
            formerSecretHash: row.optionalText("former_secret_hash"),
            formerSecretUntil: row.optionalInstant("former_secret_until"))
    }
}

/// The SQL of registrations that were asked for.
enum ClientChangeStore {
    static func insert(_ change: ClientChange, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO openid_client_change (id, client, kind, terms, reason, asked_by, asker, asked_at, state)
            VALUES (\(change.id), \(change.client), \(change.kind), \(encodeJSON(change.terms)), \(change.reason),
                \(change.asked.accountID), \(change.asked.name), \(change.asked.at), \(change.state))
            """)
    }

    static func update(_ change: ClientChange, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE openid_client_change SET state = \(change.state), decided_by = \(change.decided?.accountID),
                decider = \(change.decided?.name), decided_at = \(change.decided?.at), remark = \(change.remark)
            WHERE id = \(change.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> ClientChange? {
        try tx.row("SELECT * FROM openid_client_change WHERE id = \(id)").map(ClientChange.init)
    }

    /// What waits for a decision, the oldest first.
    static func open(in tx: Transaction) throws -> [ClientChange] {
        try tx.rows("SELECT * FROM openid_client_change WHERE state = 'open' ORDER BY id LIMIT 50")
            .map(ClientChange.init)
    }

    /// What was asked for one program, the newest first.
    static func changes(of client: Int64, in tx: Transaction) throws -> [ClientChange] {
        try tx.rows("SELECT * FROM openid_client_change WHERE client = \(client) ORDER BY id DESC LIMIT 20")
            .map(ClientChange.init)
    }
}

extension ClientChange {
    fileprivate init(_ row: Row) throws {
        try self.init(
            id: row.id("id"), client: row.id("client"), kind: row.value("kind"), terms: row.json("terms"),
            reason: row.text("reason"),
            asked: Signature(
                accountID: row.id("asked_by"), name: row.text("asker"), at: row.instant("asked_at")))
        state = try row.value("state")
        remark = try row.optionalText("remark")
        guard let decider = try row.optionalID("decided_by") else { return }
        decided = Signature(
            accountID: decider, name: try row.text("decider"), at: try row.instant("decided_at"))
    }
}
