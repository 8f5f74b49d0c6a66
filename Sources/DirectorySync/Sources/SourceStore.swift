import Storage
import WorkingTime

/// The SQL of directory sources; there are a handful.
enum SourceStore {
    private static let limit = 200

    static func insert(_ source: DirectorySource, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO directory_source (id, name, purpose, life_days, state, drafted_by, drafter, drafted_at)
            VALUES (\(source.id), \(source.name), \(source.purpose), \(source.lifeDays), \(source.state),
                \(source.drafted.accountID), \(source.drafted.name), \(source.drafted.at))
            """)
    }

    static func update(_ source: DirectorySource, in tx: Transaction) throws {
        let (decided, revoked, token) = (source.decided, source.revoked, source.token)
        try tx.execute(
            """
            UPDATE directory_source SET state = \(source.state), remark = \(source.remark),
                decided_by = \(decided?.accountID), decider = \(decided?.name), decided_at = \(decided?.at),
                token_hash = \(token?.hash), token_issued_at = \(token?.issuedAt),
                token_expires_at = \(token?.expiresAt),
                revoked_by = \(revoked?.accountID), revoker = \(revoked?.name), revoked_at = \(revoked?.at)
            WHERE id = \(source.id)
            """)
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> DirectorySource? {
        try tx.row("SELECT * FROM directory_source WHERE id = \(id)").map(DirectorySource.init)
    }

    static func find(_ token: SourceToken, in tx: Transaction) throws -> DirectorySource? {
        try tx.row("SELECT * FROM directory_source WHERE token_hash = \(token.hash)").map(
            DirectorySource.init)
    }

    /// The newest first.
    static func all(in tx: Transaction) throws -> [DirectorySource] {
        try tx.rows("SELECT * FROM directory_source ORDER BY id DESC LIMIT \(limit)").map(
            DirectorySource.init)
    }
}

extension DirectorySource {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), name: try row.text("name"), purpose: try row.text("purpose"),
            lifeDays: try row.int("life_days"),
            drafted: Signature(
                accountID: try row.id("drafted_by"), name: try row.text("drafter"),
                at: try row.instant("drafted_at")),
            state: try row.value("state"), decided: try Signature(row, "decided_by", "decider", "decided_at"),
            remark: try row.optionalText("remark"), token: try Token(row),
            revoked: try Signature(row, "revoked_by", "revoker", "revoked_at"))
    }
}

extension DirectorySource.Signature {
    fileprivate init?(_ row: Row, _ account: String, _ name: String, _ at: String) throws {
        guard let id = try row.optionalID(account) else { return nil }
        self.init(accountID: id, name: try row.text(name), at: try row.instant(at))
    }
}

extension DirectorySource.Token {
    fileprivate init?(_ row: Row) throws {
        guard let hash = try row.optionalText("token_hash") else { return nil }
        self.init(
            hash: hash, issuedAt: try row.instant("token_issued_at"),
            expiresAt: try row.instant("token_expires_at"))
    }
}
