import Refusals
import Storage
import WorkingTime

/// The SQL of proposals.
enum ProposalStore {
    static let pageSize = 20
    static let missing: Sentence = "没有这条建议。"

    /// - Parameter account: whose they have to be; nil for whoever handles them all.
    /// - Throws: `notFound`, also for those of others.
    static func proposal(_ id: Int64, of account: Int64?, in tx: Transaction) throws -> DeputyProposal {
        let row = try tx.row("SELECT * FROM deputy_proposal WHERE id = \(id)")
        guard let found = try row.map(DeputyProposal.init), account == nil || found.accountID == account
        else {
            throw DomainError.notFound(missing)
        }
        return found
    }

    /// The one that orders know by its reference; nil for none.
    static func proposal(referenced reference: String, in tx: Transaction) throws -> DeputyProposal? {
        try tx.row("SELECT * FROM deputy_proposal WHERE reference = \(reference)").map(DeputyProposal.init)
    }

    /// Those of a deputy, or all, the newest first.
    static func list(of account: Int64?, after cursor: String?, in tx: Transaction) throws -> Slice<
        DeputyProposal
    > {
        var parts: [SQL] = ["1 = 1"]
        if let account { parts.append("account_id = \(account)") }
        if let cursor { parts.append("id < \(try Cursor(cursor).id)") }
        let rows = try tx.rows(
            """
            SELECT * FROM deputy_proposal WHERE \(SQL.joined(parts, " AND ")) ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(DeputyProposal.init), size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// How many a deputy raised since a moment.
    static func count(of account: Int64, since start: Instant, in tx: Transaction) throws -> Int {
        try tx.count(
            "SELECT count(*) FROM deputy_proposal WHERE account_id = \(account) AND raised_at >= \(start)")
    }

    static func insert(_ one: DeputyProposal, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO deputy_proposal (id, reference, account_id, title, words, organ, raised_at)
            VALUES (\(one.id), \(one.reference), \(one.accountID), \(one.title), \(one.words), \(one.organ),
                \(one.raisedAt))
            """)
    }

    static func update(_ one: DeputyProposal, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE deputy_proposal SET refusal = \(one.refusal), refused_by = \(one.refusedBy),
                refused_at = \(one.refusedAt)
            WHERE id = \(one.id)
            """)
    }
}

extension DeputyProposal {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), reference: try row.text("reference"), accountID: try row.id("account_id"),
            title: try row.text("title"), words: try row.text("words"), organ: try row.text("organ"),
            raisedAt: try row.instant("raised_at"), refusal: try row.optionalText("refusal"),
            refusedBy: try row.optionalID("refused_by"), refusedAt: try row.optionalInstant("refused_at"))
    }
}
