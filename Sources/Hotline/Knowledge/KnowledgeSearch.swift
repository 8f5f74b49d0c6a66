import Search
import Storage
import WorkingTime

/// Finding what is known.
enum KnowledgeSearch {
    /// All entries are one span: there are some thousands of them.
    static let words = WordIndex(
        table: "knowledge_text", key: "entry_id", owner: "knowledge_entry", spanBits: 62)

    /// What is found by when it is published; nothing when it no longer holds.
    static func index(_ text: KnowledgeText?, of id: Int64, in tx: Transaction) throws {
        guard let text else { return try words.remove(id, in: tx) }
        try words.put(
            SearchWords.withCharacters(of: "\(text.question) \(text.category) \(text.answer)"), of: id, in: tx
        )
    }

    /// Makes everything found again, after a move to another database.
    static func indexAll(in tx: Transaction) throws {
        var last: Int64 = 0
        while true {
            let rows = try tx.rows(
                """
                SELECT id FROM knowledge_entry WHERE id > \(last) AND version IS NOT NULL AND retired_at IS NULL
                ORDER BY id LIMIT 200
                """)
            for entry in try KnowledgeStore.entries(rows.map { try $0.id("id") }, in: tx) {
                try index(entry.text, of: entry.id, in: tx)
            }
            guard let next = try rows.last?.id("id") else { return }
            last = next
        }
    }

    /// What holds all that was typed, and may be used on a day; the newest first.
    static func entries(_ text: String, on day: CivilDate, limit: Int, in tx: Transaction) throws
        -> [KnowledgeEntry]
    {
        guard let query = SearchQuery(String(text.prefix(100))) else { return [] }
        let ids = try words.newest(query, limit: limit * 4, in: tx)
        let found = try KnowledgeStore.entries(ids, in: tx).filter { $0.isUsable(on: day) }
        return Array(found.sorted { $0.id > $1.id }.prefix(limit))
    }

    /// What may answer what somebody says: most words in common first.
    static func suggestions(for text: String, on day: CivilDate, limit: Int, in tx: Transaction) throws
        -> [KnowledgeEntry]
    {
        let said = Set(SearchWords.of(String(text.prefix(300))))
        guard let query = SearchQuery(groups: [Array(said.prefix(60))]) else { return [] }
        let ids = try words.newest(query, limit: 60, in: tx)
        let scored = try KnowledgeStore.entries(ids, in: tx).filter { $0.isUsable(on: day) }.map { entry in
            (entry, said.intersection(SearchWords.of(entry.text.question)).count)
        }
        return scored.filter { $0.1 > 0 }.sorted { ($0.1, $0.0.id) > ($1.1, $1.0.id) }.prefix(limit).map(\.0)
    }
}
