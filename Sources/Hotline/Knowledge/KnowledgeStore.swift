import Refusals
import Search
import Storage
import WorkingTime

/// The SQL of what is known.
enum KnowledgeStore {
    static let pageSize = 20
    static let missing = DomainError.notFound("没有这条知识，或者它还没有审核。")

    /// An entry with the text in force, or else its newest.
    private static let joined: SQL = """
        SELECT e.id, e.organ, e.version, e.waiting, e.retired_at, v.category, v.question, v.answer, v.source,
            v.valid_until, v.is_public
        FROM knowledge_entry e JOIN knowledge_version v ON v.entry_id = e.id
            AND v.number = coalesce(e.version, e.waiting,
                (SELECT max(n.number) FROM knowledge_version n WHERE n.entry_id = e.id))
        """

    /// - Throws: `notFound` for an id that is none.
    static func entry(_ id: Int64, in tx: Transaction) throws -> KnowledgeEntry {
        guard let row = try tx.row("\(joined) WHERE e.id = \(id)") else { throw missing }
        return try KnowledgeEntry(row)
    }

    /// An entry that may be used on a day.
    static func usable(_ id: Int64, on day: CivilDate, in tx: Transaction) throws -> KnowledgeEntry? {
        let entry = try tx.row("\(joined) WHERE e.id = \(id)").map(KnowledgeEntry.init)
        return entry.flatMap { $0.isUsable(on: day) ? $0 : nil }
    }

    /// The entries of these ids, in no order.
    static func entries(_ ids: [Int64], in tx: Transaction) throws -> [KnowledgeEntry] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows("\(joined) WHERE e.id IN \(list: ids.padded)").map(KnowledgeEntry.init)
    }

    /// What organs are responsible for, the newest first; with what waits alone, when that is asked for.
    static func entries(
        of organs: [String], waitingOnly: Bool, after text: String?, in tx: Transaction
    ) throws -> Slice<KnowledgeEntry> {
        let last = try text.map { try Cursor($0).id } ?? .max
        let waiting: SQL = waitingOnly ? " AND waiting IS NOT NULL" : ""
        let each = organs.map { organ -> SQL in
            """
            SELECT id FROM (SELECT id FROM knowledge_entry WHERE organ = \(organ)\(waiting) AND id < \(last)
                ORDER BY id DESC LIMIT \(pageSize + 1)) AS page
            """
        }
        guard !each.isEmpty else { return Slice(items: [], next: nil) }
        let rows = try tx.rows(
            """
            \(joined) WHERE e.id IN (\(SQL.joined(each, " UNION "))) ORDER BY e.id DESC LIMIT \(pageSize + 1)
            """)
        return try slice(rows)
    }

    /// What everybody may read on a day, the newest first.
    static func open(on day: CivilDate, after text: String?, in tx: Transaction) throws -> Slice<
        KnowledgeEntry
    > {
        let last = try text.map { try Cursor($0).id } ?? .max
        return try slice(
            tx.rows(
                """
                \(joined) WHERE e.is_public = 1 AND e.version IS NOT NULL AND e.retired_at IS NULL
                    AND (e.valid_until IS NULL OR e.valid_until >= \(day)) AND e.id < \(last)
                ORDER BY e.id DESC LIMIT \(pageSize + 1)
                """))
    }

    private static func slice(_ rows: [Row]) throws -> Slice<KnowledgeEntry> {
        Slice(fetched: try rows.map(KnowledgeEntry.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Every text of an entry, the newest first.
    static func versions(of id: Int64, in tx: Transaction) throws -> [KnowledgeVersion] {
        try tx.rows(
            "SELECT * FROM knowledge_version WHERE entry_id = \(id) ORDER BY number DESC LIMIT 50"
        ).map(KnowledgeVersion.init)
    }

    /// What readers have said of an entry, the newest first.
    static func feedback(on id: Int64, in tx: Transaction) throws -> [KnowledgeFeedback] {
        try tx.rows("SELECT * FROM knowledge_feedback WHERE entry_id = \(id) ORDER BY id DESC LIMIT 20").map {
            KnowledgeFeedback(
                reader: try $0.text("reader"), words: try $0.text("words"),
                saidAt: try $0.instant("said_at"), settledAt: try $0.optionalInstant("settled_at"))
        }
    }
}

extension KnowledgeEntry {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), organ: try row.text("organ"), version: try row.optionalInt("version"),
            waiting: try row.optionalInt("waiting"), retiredAt: try row.optionalInstant("retired_at"),
            text: try KnowledgeText(row))
    }
}

extension KnowledgeText {
    init(_ row: Row) throws {
        self.init()
        category = try row.text("category")
        question = try row.text("question")
        answer = try row.text("answer")
        source = try row.text("source")
        validUntil = try row.optionalText("valid_until") ?? ""
        isPublic = try row.bool("is_public")
    }
}

extension KnowledgeVersion {
    init(_ row: Row) throws {
        self.init(
            number: try row.int("number"), text: try KnowledgeText(row), state: try row.value("state"),
            writerID: try row.id("writer_id"), writer: try row.text("writer"),
            writtenAt: try row.instant("written_at"), reviewerID: try row.optionalID("reviewer_id"),
            reviewer: try row.optionalText("reviewer"), reviewedAt: try row.optionalInstant("reviewed_at"),
            reason: try row.optionalText("reason"))
    }
}
