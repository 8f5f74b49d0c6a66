import Foundation
import Storage
import WorkingTime

/// What the public finds. A module writes its document inside the transaction of the change, so that the next search
/// knows it, and takes it away inside the one that withdraws it: nothing that is not public is ever in here.
public enum SearchIndex {
    /// The words of all documents.
    public static let words = WordIndex(
        table: "search_text", key: "document_id", owner: "search_document", spanBits: dayBits + 6)
    /// How many documents of one day are told apart: 16 million.
    private static let dayBits: Int64 = 24

    /// The tables, for the module that brings them along.
    ///
    /// - Throws: `StorageError` when they are missing.
    public static func migrations() throws -> [Migration] {
        try Migration.all(in: .module, module: "search")
    }

    /// Writes a document that is public, in place of what its source wrote under the same key.
    ///
    /// - Throws: `StorageError`.
    public static func put(_ document: SearchDocument, in tx: Transaction) throws {
        try hold(in: tx)
        let known = try tx.row(
            """
            SELECT id, date FROM search_document
            WHERE source = \(document.source) AND key = \(document.key)
            """)
        if let known, try known.day("date") == document.date {
            let id = try known.id("id")
            try update(document, id, in: tx)
            return try words.put(document.words, of: id, in: tx)
        }
        if known != nil { try remove(document.key, of: document.source, in: tx) }
        let id = try nextID(on: document.date, in: tx)
        try insert(document, id, in: tx)
        try words.put(document.words, of: id, in: tx)
    }

    /// Takes away what a source wrote under a key; nothing when there is none.
    ///
    /// - Throws: `StorageError`.
    public static func remove(_ key: String, of source: String, in tx: Transaction) throws {
        try hold(in: tx)
        let row = try tx.row("SELECT id FROM search_document WHERE source = \(source) AND key = \(key)")
        guard let id = try row?.id("id") else { return }
        try words.remove(id, in: tx)
        try tx.execute("DELETE FROM search_document WHERE id = \(id)")
    }

    /// One writer at a time: it gives out the numbers within a day, and a source that is read as a whole must not
    /// write over a newer text.
    static func hold(in tx: Transaction) throws { try tx.exclude("search") }

    private static func nextID(on day: CivilDate, in tx: Transaction) throws -> Int64 {
        let first = Int64(day.days(since: .first)) << dayBits
        let row = try tx.row(
            """
            SELECT max(id) AS id FROM search_document WHERE id >= \(first) AND id < \(first + 1 << dayBits)
            """)
        return try row?.optionalID("id").map { $0 + 1 } ?? first
    }

    private static func insert(_ document: SearchDocument, _ id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO search_document
                (id, source, key, site, kind, organ, language, title, summary, address, date)
            VALUES (\(id), \(document.source), \(document.key), \(document.site), \(document.kind),
                \(document.organ), \(document.language), \(document.title), \(document.summary),
                \(document.address), \(document.date))
            """)
    }

    private static func update(_ document: SearchDocument, _ id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE search_document SET site = \(document.site), kind = \(document.kind),
                organ = \(document.organ), language = \(document.language), title = \(document.title),
                summary = \(document.summary), address = \(document.address)
            WHERE id = \(id)
            """)
    }
}
