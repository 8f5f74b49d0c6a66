import Journal
import Refusals
import Storage
import WorkingTime

/// The SQL of takeovers.
enum TakeoverStore {
    static let pageSize = 20

    static func insert(_ record: TakeoverRecord, by actor: Actor, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO takeover (id, kind, system, file_names, state, line_count, plan, created_by, creator,
                created_at)
            VALUES (\(record.id), \(record.kind), \(record.system), \(encodeJSON(record.fileNames)),
                \(record.state), \(record.lineCount), \(encodeJSON(record.plan)), \(record.creatorID),
                \(record.creator), \(record.createdAt))
            """)
    }

    /// One of them, held until the end of the transaction.
    ///
    /// - Throws: `notFound`.
    static func hold(_ id: Int64, in tx: Transaction) throws -> TakeoverRecord {
        try tx.lock("takeover", id: id)
        return try find(id, in: tx)
    }

    /// - Throws: `notFound`.
    static func find(_ id: Int64, in tx: Transaction) throws -> TakeoverRecord {
        guard let row = try tx.row("SELECT * FROM takeover WHERE id = \(id)") else {
            throw DomainError.notFound("没有找到这次迁入，可能链接不完整。")
        }
        return try TakeoverRecord(row)
    }

    static func update(_ record: TakeoverRecord, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE takeover SET state = \(record.state), plan = \(encodeJSON(record.plan)),
                asked = \(record.asked.map { try encodeJSON($0) }), asked_by = \(record.asked?.accountID),
                approved = \(record.approved.map { try encodeJSON($0) }),
                approved_by = \(record.approved?.accountID), remark = \(record.remark),
                job_id = \(record.jobID)
            WHERE id = \(record.id)
            """)
    }

    /// The newest first, one page of them.
    static func newest(after: String?, in tx: Transaction) throws -> Slice<TakeoverRecord> {
        let since: SQL = try after.map { "id < \(try Cursor($0).id)" } ?? "1 = 1"
        let rows = try tx.rows(
            "SELECT * FROM takeover WHERE \(since) ORDER BY id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(TakeoverRecord.init), size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// Forgets the cells of what was read before an instant: they hold personal data, and nobody took them over.
    static func forget(readBefore cutoff: Instant, at now: Instant, in tx: Transaction) throws {
        let old = try tx.rows(
            """
            SELECT id FROM takeover WHERE created_at < \(cutoff) AND forgotten_at IS NULL
                AND state IN ('read', 'tried', 'done', 'undone') LIMIT 50
            """
        ).map { try $0.id("id") }
        guard !old.isEmpty else { return }
        try tx.execute("UPDATE takeover_line SET content = '' WHERE takeover_id IN \(list: old)")
        try KeptFiles.forget(old, in: tx)
        try tx.execute("UPDATE takeover SET forgotten_at = \(now) WHERE id IN \(list: old)")
    }
}

extension TakeoverRecord {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), kind: try row.value("kind"), system: try row.text("system"),
            fileNames: try row.json("file_names"), lineCount: try row.int("line_count"),
            creator: try row.text("creator"), creatorID: try row.id("created_by"),
            createdAt: try row.instant("created_at"),
            state: try row.value("state"), plan: try row.json("plan"), asked: try row.optionalJSON("asked"),
            approved: try row.optionalJSON("approved"), remark: try row.optionalText("remark"),
            jobID: try row.optionalID("job_id"))
    }
}
