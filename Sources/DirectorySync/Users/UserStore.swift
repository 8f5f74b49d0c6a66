import Identity
import Storage
import WorkingTime

/// The SQL of what directories say about accounts.
enum UserStore {
    /// How many accounts are read at once.
    private static let batchSize = 500

    /// An account, unless this directory may not see it or has removed it.
    static func user(_ id: Int64, of source: Int64, in tx: Transaction) throws -> DirectoryUser? {
        try users(try StaffAccounts.account(id, in: tx).map { [$0] } ?? [], of: source, in: tx).first
    }

    /// Every account that may be meant, by login name; those that an index can find without the others.
    static func candidates(
        _ filter: ScimFilter?, of source: Int64, _ body: ([DirectoryUser]) throws -> Void, in tx: Transaction
    ) throws {
        if let name = filter?.requiredText(of: "userName") {
            return try body(
                users(StaffAccounts.account(named: name, in: tx).map { [$0] } ?? [], of: source, in: tx))
        }
        if let id = filter?.requiredText(of: "id") {
            return try body(Int64(id).flatMap { try user($0, of: source, in: tx) }.map { [$0] } ?? [])
        }
        if let external = filter?.requiredText(of: "externalId") {
            return try body(try accounts(known: external, to: source, in: tx))
        }
        var last = ""
        while true {
            let batch = try StaffAccounts.accounts(after: last, limit: batchSize, in: tx)
            try body(try users(batch, of: source, in: tx))
            guard batch.count == batchSize, let name = batch.last?.name else { return }
            last = name
        }
    }

    private static func accounts(
        known external: String, to source: Int64, in tx: Transaction
    ) throws -> [DirectoryUser] {
        try tx.rows(
            """
            SELECT account_id FROM directory_user WHERE source_id = \(source) AND external_id = \(external)
            ORDER BY account_id LIMIT \(batchSize)
            """
        ).compactMap { try user($0.id("account_id"), of: source, in: tx) }
    }

    private static func users(
        _ accounts: [StaffAccount], of source: Int64, in tx: Transaction
    ) throws -> [DirectoryUser] {
        guard !accounts.isEmpty else { return [] }
        let ids = accounts.map(\.id)
        let answers = try tx.rows(
            of:
                """
                SELECT account_id, external_id, profile, changed_at, removed_at FROM directory_user
                WHERE source_id = \(source) AND account_id IN \(list: ids)
                """,
            """
            SELECT m.account_id, g.id, g.display_name
            FROM directory_member m JOIN directory_group g ON g.id = m.group_id AND g.source_id = \(source)
            WHERE m.account_id IN \(list: ids) ORDER BY m.account_id, g.id
            """)
        let removed = Set(
            try answers[0].filter { try $0.optionalID("removed_at") != nil }.map { try $0.id("account_id") })
        let records = Dictionary(
            try answers[0].map { (try $0.id("account_id"), try DirectoryUser.Record($0)) }
        ) { $1 }
        let groups = try Dictionary(grouping: answers[1]) { try $0.id("account_id") }
        return try accounts.filter { !removed.contains($0.id) }.map { account in
            DirectoryUser(
                account: account, record: records[account.id],
                groups: try groups[account.id, default: []].map {
                    (try $0.id("id"), try $0.text("display_name"))
                })
        }
    }

    /// Keeps what a directory says.
    static func save(
        _ document: [String: ScimValue], of account: Int64, by source: Int64, at now: Instant,
        in tx: Transaction
    ) throws {
        let profile = document.filter { !["userName", "active", "externalId"].contains($0.key) }
        let (text, external) = (try encodeJSON(ScimValue.object(profile)), document["externalId"]?.text)
        try tx.execute(
            """
            INSERT INTO directory_user (source_id, account_id, external_id, profile, created_at, changed_at)
            VALUES (\(source), \(account), \(external), \(text), \(now), \(now))
            ON CONFLICT (source_id, account_id) DO UPDATE SET external_id = excluded.external_id,
                profile = excluded.profile, changed_at = excluded.changed_at, removed_at = NULL
            """)
    }

    static func remove(_ account: Int64, by source: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO directory_user (source_id, account_id, profile, created_at, changed_at, removed_at)
            VALUES (\(source), \(account), '{}', \(now), \(now), \(now))
            ON CONFLICT (source_id, account_id) DO UPDATE SET external_id = NULL, profile = excluded.profile,
                changed_at = excluded.changed_at, removed_at = excluded.removed_at
            """)
    }
}

extension DirectoryUser.Record {
    fileprivate init(_ row: Row) throws {
        self.init(
            externalID: try row.optionalText("external_id"), profile: try row.json("profile"),
            changedAt: try row.instant("changed_at"))
    }
}
