import Refusals
import Storage
import WorkingTime

/// The SQL of bulletins as they were published.
enum EditionStore {
    private static let columns: SQL = """
        e.body, e.digest, e.published_by, e.published_at, e.generated_at, e.approved_by, b.id, b.period,
        COALESCE(e.withdrawn_at, b.withdrawn_at) AS withdrawn_at,
        COALESCE(e.withdrawn_remark, b.withdrawn_remark) AS withdrawn_remark
        """

    static func insert(
        _ body: String, digest: String, of one: Bulletin, by account: Int64, at now: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO bulletin_edition (bulletin_id, edition, body, digest, remark, published_by, published_at,
                generated_at, approved_by)
            VALUES (\(one.id), \(one.edition), \(body), \(digest), \(one.remark), \(account), \(now),
                \(one.generatedAt), \(one.approvedBy))
            """)
    }

    /// The editions of a bulletin that was withdrawn are so for good; those that come after them are not.
    static func withdraw(all id: Int64, at time: Instant, _ remark: String?, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE bulletin_edition SET withdrawn_at = \(time), withdrawn_remark = \(remark)
            WHERE bulletin_id = \(id) AND withdrawn_at IS NULL
            """)
    }

    /// The newest edition of a period, or one of before. Throws `notFound`.
    static func published(_ period: BulletinPeriod, edition: Int? = nil, in tx: Transaction) throws
        -> PublishedBulletin
    {
        let which: SQL = if let edition { "\(edition)" } else { "b.edition" }
        let row = try tx.row(
            """
            SELECT \(columns) FROM bulletin b JOIN bulletin_edition e ON e.bulletin_id = b.id AND e.edition = \(which)
            WHERE b.period = \(period.text)
            """)
        guard let row else { throw DomainError.notFound(BulletinStore.missing) }
        return try PublishedBulletin(row)
    }

    /// The newest edition of each, the newest first.
    static func list(after cursor: String?, in tx: Transaction) throws -> Slice<PublishedBulletin> {
        let older: SQL = try cursor.map { "AND b.id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT \(columns) FROM bulletin b JOIN bulletin_edition e ON e.bulletin_id = b.id AND e.edition = b.edition
            WHERE b.edition > 0 \(older) ORDER BY b.id DESC LIMIT \(BulletinStore.pageSize + 1)
            """)
        return Slice(fetched: try rows.map(PublishedBulletin.init), size: BulletinStore.pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// The newest edition of each that is not withdrawn, the oldest first.
    static func standing(after id: Int64, limit: Int, in tx: Transaction) throws -> [PublishedBulletin] {
        try tx.rows(
            """
            SELECT \(columns) FROM bulletin b JOIN bulletin_edition e ON e.bulletin_id = b.id AND e.edition = b.edition
            WHERE b.edition > 0 AND b.withdrawn_at IS NULL AND e.withdrawn_at IS NULL AND b.id > \(id)
            ORDER BY b.id LIMIT \(limit)
            """
        ).map(PublishedBulletin.init)
    }

    /// All editions of one, the first at the head.
    static func editions(of id: Int64, in tx: Transaction) throws -> [EditionLine] {
        try tx.rows(
            """
            SELECT edition, remark, published_at FROM bulletin_edition WHERE bulletin_id = \(id)
            ORDER BY edition LIMIT 100
            """
        ).map {
            EditionLine(
                number: try $0.int("edition"), remark: try $0.optionalText("remark"),
                publishedAt: try $0.instant("published_at"))
        }
    }
}

extension Bulletins {
    /// The newest bulletins that are published and not withdrawn, with their pages.
    ///
    /// - Throws: `StorageError`.
    public static func newest(in tx: Transaction) throws -> [(title: String, path: String)] {
        try EditionStore.list(after: nil, in: tx).items.filter { !$0.isWithdrawn }
            .map { ($0.edition.title, BulletinPath.one($0.period.text)) }
    }
}

extension PublishedBulletin {
    fileprivate init(_ row: Row) throws {
        guard let period = BulletinPeriod(try row.text("period")) else { throw StorageError.column("period") }
        self.init(
            id: try row.id("id"), period: period, edition: try row.json("body"), body: try row.text("body"),
            digest: try row.text("digest"), publishedAt: try row.instant("published_at"),
            generatedAt: try row.optionalInstant("generated_at") ?? row.instant("published_at"),
            approvedBy: try row.optionalID("approved_by") ?? row.id("published_by"),
            withdrawnAt: try row.optionalInstant("withdrawn_at"),
            withdrawnRemark: try row.optionalText("withdrawn_remark"))
    }
}
