import Refusals
import Storage
import WorkingTime

/// The SQL of bulletins as they are written.
enum BulletinStore {
    static let pageSize = 20
    static let missing: Sentence = "没有这一期通报。"

    /// With when the edition that was published last was withdrawn, where the next one is being written.
    private static let rows: SQL = """
        SELECT b.*, e.withdrawn_at AS edition_withdrawn_at FROM bulletin b
        LEFT JOIN bulletin_edition e ON e.bulletin_id = b.id AND e.edition = b.edition AND b.withdrawn_at IS NULL
        """

    /// Throws `notFound`.
    static func bulletin(_ period: BulletinPeriod, in tx: Transaction) throws -> Bulletin {
        guard let found = try find(period, in: tx) else { throw DomainError.notFound(missing) }
        return found
    }

    static func find(_ period: BulletinPeriod, in tx: Transaction) throws -> Bulletin? {
        try tx.row("\(rows) WHERE b.period = \(period.text)").map(Bulletin.init)
    }

    /// All that are being written or were, the newest first.
    static func list(after cursor: String?, in tx: Transaction) throws -> Slice<Bulletin> {
        let older: SQL = try cursor.map { "WHERE b.id < \(try Cursor($0).id)" } ?? ""
        let found = try tx.rows("\(rows) \(older) ORDER BY b.id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try found.map(Bulletin.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// - Returns: false when there is one of the period already.
    static func insert(_ one: Bulletin, in tx: Transaction) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO bulletin (id, period, state, figures, sections, editors, edited_by, edition, generated_at,
                revision)
            VALUES (\(one.id), \(one.period.text), \(one.state), \(encodeJSON(one.figures)),
                \(encodeJSON(one.sections)), \(encodeJSON(one.editors)), \(one.editors.last ?? 0), \(one.edition),
                \(one.generatedAt), \(one.revision))
            ON CONFLICT (period) DO NOTHING
            """) == 1
    }

    static func update(_ one: Bulletin, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE bulletin SET state = \(one.state), figures = \(encodeJSON(one.figures)),
                generated_at = \(one.generatedAt), sections = \(encodeJSON(one.sections)),
                editors = \(encodeJSON(one.editors)), edited_by = \(one.editors.last ?? 0),
                approved_by = \(one.approvedBy), remark = \(one.remark), edition = \(one.edition),
                withdrawn_at = \(one.withdrawnAt), withdrawn_remark = \(one.withdrawnRemark),
                revision = \(one.revision), changes = \(one.changes.map { try encodeJSON($0) }),
                authors = \(encodeJSON(one.authors))
            WHERE id = \(one.id)
            """)
    }
}

extension Bulletin {
    fileprivate init(_ row: Row) throws {
        guard let period = BulletinPeriod(try row.text("period")) else { throw StorageError.column("period") }
        self.init(
            id: try row.id("id"), period: period, figures: try row.json("figures"),
            generatedAt: try row.instant("generated_at"), sections: try row.json("sections"),
            state: try row.value("state"), editors: try row.json("editors"),
            approvedBy: try row.optionalID("approved_by"), remark: try row.optionalText("remark"),
            edition: try row.int("edition"), withdrawnAt: try row.optionalInstant("withdrawn_at"),
            withdrawnRemark: try row.optionalText("withdrawn_remark"), revision: try row.int("revision"),
            changes: try row.optionalJSON("changes"), authors: try row.optionalJSON("authors") ?? [],
            editionWithdrawnAt: try row.optionalInstant("edition_withdrawn_at"))
    }
}
