import Search
import Storage
import TestSupport
import Testing
import WorkingTime

/// Texts in an index of their own.
enum IndexedTexts {
    static func database() async throws -> Database {
        let database = try await TestDatabase.make()
        try await database.migrate(StorageMigrations.all() + SearchIndex.migrations())
        return database
    }

    static func document(
        _ key: String, _ title: String, _ day: String = "2026-11-20", text: String = "",
        kind: SearchKind = .notice
    ) throws -> SearchDocument {
        SearchDocument(
            source: "test", key: key, kind: kind, organ: "scjg", title: title, summary: "",
            address: "/x/\(key)", date: try #require(CivilDate(iso: day)), text: text)
    }

    static func keys(_ query: SearchQuery?, limit: Int = 20, in database: Database) async throws
        -> [String]
    {
        let query = try #require(query)
        return try await database.read { tx in
            try SearchIndex.words.newest(query.byCharacter(), limit: limit, in: tx).map { id in
                try tx.row("SELECT key FROM search_document WHERE id = \(id)")?.text("key") ?? "-"
            }
        }
    }
}
