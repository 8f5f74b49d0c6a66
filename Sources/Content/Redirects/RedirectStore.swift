import Refusals
import Storage
import WorkingTime

/// The SQL of redirects. They are public: whoever asks for an old address is told.
enum RedirectStore {
    static let pageSize = 50
    /// So many are kept in memory on every node.
    static let most = 20_000

    /// The newest first.
    static func page(after: String?, in tx: Transaction) throws -> Slice<Redirect> {
        let last = try after.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "SELECT * FROM content_redirect WHERE id < \(last) ORDER BY id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(Redirect.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// All of them, by their old addresses.
    static func all(in tx: Transaction) throws -> [String: String] {
        let rows = try tx.rows("SELECT source, target FROM content_redirect ORDER BY id LIMIT \(most)")
        return Dictionary(try rows.map { (try $0.text("source"), try $0.text("target")) }) { first, _ in first
        }
    }

    static func isFull(in tx: Transaction) throws -> Bool {
        try tx.count(
            "SELECT count(*) FROM (SELECT id FROM content_redirect ORDER BY id LIMIT \(most)) AS known")
            >= most
    }

    static func target(of source: String, in tx: Transaction) throws -> String? {
        try tx.row("SELECT target FROM content_redirect WHERE source = \(source)")?.text("target")
    }

    /// Whether an old address leads to this one.
    static func isTarget(_ path: String, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM content_redirect WHERE target = \(path) LIMIT 1") != nil
    }

    static func insert(_ redirect: Redirect, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_redirect (id, source, target, made_by_name, made_at)
            VALUES (\(redirect.id), \(redirect.source), \(redirect.target), \(redirect.madeByName), \(redirect.madeAt))
            """)
    }

    /// - Returns: what was removed. Throws `notFound`.
    static func remove(_ id: Int64, in tx: Transaction) throws -> Redirect {
        guard let row = try tx.row("DELETE FROM content_redirect WHERE id = \(id) RETURNING *") else {
            throw DomainError.notFound("没有这条旧网址，可能已经删除。")
        }
        return try Redirect(row)
    }
}

extension Redirect {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), source: try row.text("source"), target: try row.text("target"),
            madeByName: try row.text("made_by_name"), madeAt: try row.instant("made_at"))
    }
}
