import Storage
import WorkingTime

/// The SQL of drafts.
enum ItemDraftStore {
    /// How many drafts stand on a page.
    static let pageSize = 20

    static func find(_ id: Int64, in tx: Transaction) throws -> ItemDraft? {
        try tx.row("SELECT \(columns) FROM item_draft WHERE id = \(id)").map(ItemDraft.init)
    }

    /// The draft that holds an item.
    static func open(of slug: String, in tx: Transaction) throws -> ItemDraft? {
        try tx.row(
            """
            SELECT \(columns) FROM item_draft
            WHERE slug = \(slug) AND state IN ('drawn', 'submitted', 'returned', 'approved')
            """
        ).map(ItemDraft.init)
    }

    /// The drafts of an item, the newest first.
    static func drafts(of slug: String, in tx: Transaction) throws -> [ItemDraft] {
        try tx.rows(
            """
            SELECT \(columns) FROM item_draft WHERE slug = \(slug) ORDER BY id DESC LIMIT \(pageSize)
            """
        ).map(ItemDraft.init)
    }

    /// The drafts in a state, the newest first.
    static func drafts(_ state: ItemDraft.State, before id: Int64, in tx: Transaction) throws -> [ItemDraft] {
        try tx.rows(
            """
            SELECT \(columns) FROM item_draft WHERE state = \(state) AND id < \(id)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """
        ).map(ItemDraft.init)
    }

    /// Approved drafts whose day has come, the earliest first.
    static func due(on day: CivilDate, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM item_draft WHERE state = 'approved' AND effective_on <= \(day)
            ORDER BY effective_on, id LIMIT 100
            """
        ).map { try $0.id("id") }
    }

    /// Whether the district has once published this item itself: then the program's file no longer counts.
    static func isTaken(_ slug: String, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS n FROM item_draft WHERE slug = \(slug) AND state = 'published' LIMIT 1")
            != nil
    }

    static func insert(_ draft: ItemDraft, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO item_draft (id, slug, name, organ, purpose, body, note, state, revision, based_on,
                author_id, author, drawn_at, writers)
            VALUES (\(draft.id), \(draft.item.slug), \(draft.item.name), \(draft.item.organ), \(draft.purpose),
                \(draft.body), \(draft.note), \(draft.state), \(draft.revision), \(draft.basedOn),
                \(draft.author.accountID), \(draft.author.name), \(draft.author.at),
                \(encodeJSON(draft.writers.sorted())))
            """)
    }

    static func update(_ draft: ItemDraft, in tx: Transaction) throws {
        let (submission, review) = (draft.submission, draft.review)
        try tx.execute(
            """
            UPDATE item_draft
            SET name = \(draft.item.name), organ = \(draft.item.organ), body = \(draft.body),
                note = \(draft.note), state = \(draft.state), revision = \(draft.revision),
                effective_on = \(draft.effectiveOn), ends_on = \(draft.endsOn),
                writers = \(encodeJSON(draft.writers.sorted())),
                submitter_id = \(submission?.accountID), submitter = \(submission?.name),
                submitted_at = \(submission?.at), reviewer_id = \(review?.accountID),
                reviewer = \(review?.name), reviewed_at = \(review?.at), remark = \(draft.remark),
                version = \(draft.version)
            WHERE id = \(draft.id)
            """)
    }

    private static let columns: SQL = """
        id, purpose, body, note, state, revision, based_on, effective_on, ends_on, author_id, author, drawn_at,
        writers, submitter_id, submitter, submitted_at, reviewer_id, reviewer, reviewed_at, remark, version
        """
}

extension ItemDraft {
    /// The divisions to pick from are the district's and change without the item.
    fileprivate var body: String {
        get throws { try encodeJSON(item.offering(streets: [], districts: [])) }
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), purpose: try row.value("purpose"), basedOn: try row.optionalID("based_on"),
            author: Signature(try row.id("author_id"), try row.text("author"), try row.instant("drawn_at")),
            writers: Set(try row.json("writers", as: [Int64].self)), item: try row.json("body"),
            note: try row.text("note"), state: try row.value("state"), revision: try row.int("revision"),
            effectiveOn: try row.optionalDay("effective_on"), endsOn: try row.optionalDay("ends_on"),
            submission: try row.signature("submitter_id", "submitter", "submitted_at"),
            review: try row.signature("reviewer_id", "reviewer", "reviewed_at"),
            remark: try row.optionalText("remark"), version: try row.optionalInt("version"))
    }
}

extension Row {
    fileprivate func signature(_ id: String, _ name: String, _ at: String) throws -> ItemDraft.Signature? {
        guard let account = try optionalID(id) else { return nil }
        return ItemDraft.Signature(account, try text(name), try instant(at))
    }
}
