import Search
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("The index of everything that is public")
struct WordIndexTests {
    private static func database() async throws -> Database {
        let database = try await TestDatabase.make()
        try await database.migrate(StorageMigrations.all() + SearchIndex.migrations())
        return database
    }

    private static func document(
        _ key: String, _ title: String, _ day: String = "2026-11-20", text: String = "",
        kind: SearchKind = .notice
    ) throws -> SearchDocument {
        SearchDocument(
            source: "test", key: key, kind: kind, organ: "scjg", title: title, summary: "",
            address: "/x/\(key)", date: try #require(CivilDate(iso: day)), text: text)
    }

    private static func keys(_ query: SearchQuery?, limit: Int = 20, in database: Database) async throws
        -> [String]
    {
        let query = try #require(query)
        return try await database.read { tx in
            try SearchIndex.words.newest(query.byCharacter(), limit: limit, in: tx).map { id in
                try tx.row("SELECT key FROM search_document WHERE id = \(id)")?.text("key") ?? "-"
            }
        }
    }

    @Test("forgets what is taken away, and what a text said before it was changed")
    func gone() async throws {
        let database = try await Self.database()
        try await database.write { tx in
            try SearchIndex.put(Self.document("a", "暴雨红色预警"), in: tx)
            try SearchIndex.put(Self.document("b", "暴雨黄色预警"), in: tx)
            try SearchIndex.remove("a", of: "test", in: tx)
            try SearchIndex.remove("never", of: "test", in: tx)
            try SearchIndex.put(Self.document("b", "台风白色预警"), in: tx)
        }
        #expect(try await Self.keys(SearchQuery("暴雨"), in: database) == [])
        #expect(try await Self.keys(SearchQuery("台风"), in: database) == ["b"])
    }

    @Test("gives nothing of a change that is undone")
    func undone() async throws {
        struct Undone: Error {}
        let database = try await Self.database()
        await #expect(throws: Undone.self) {
            try await database.write { tx in
                try SearchIndex.put(Self.document("a", "未发布的文件"), in: tx)
                throw Undone()
            }
        }
        #expect(try await Self.keys(SearchQuery("未发布"), in: database) == [])
    }

    @Test("gives the newest day first, over years, and stops when the page is full")
    func newestFirst() async throws {
        let database = try await Self.database()
        let days = ["1999-01-04", "2026-11-20", "2024-02-29", "2026-09-01", "2026-11-19", "2012-06-01"]
        try await database.write { tx in
            for day in days { try SearchIndex.put(Self.document(day, "关于绿化的通知", day), in: tx) }
        }
        let sorted = days.sorted(by: >)
        #expect(try await Self.keys(SearchQuery("绿化"), in: database) == sorted)
        #expect(try await Self.keys(SearchQuery("绿化"), limit: 3, in: database) == Array(sorted.prefix(3)))
    }

    @Test("moves a document whose day has changed")
    func anotherDay() async throws {
        let database = try await Self.database()
        try await database.write { tx in
            try SearchIndex.put(Self.document("old", "修订办法", "2020-01-01"), in: tx)
            try SearchIndex.put(Self.document("new", "修订办法", "2021-01-01"), in: tx)
            try SearchIndex.put(Self.document("old", "修订办法", "2022-01-01"), in: tx)
        }
        #expect(try await Self.keys(SearchQuery("修订"), in: database) == ["old", "new"])
    }

    @Test(
        "finds one character wherever it stands, also in a text of letters and signs",
        arguments: [
            "砚", "端砚", "a", "ab", "１２", "é", "𠮷",
        ])
    func oneCharacter(_ words: String) async throws {
        let database = try await Self.database()
        try await database.write { tx in
            try SearchIndex.put(Self.document("a", "中国端砚—ABC 12é𠮷x"), in: tx)
            try SearchIndex.put(Self.document("b", "别的"), in: tx)
        }
        #expect(try await Self.keys(SearchQuery(SearchWords.plain(words)), in: database) == ["a"])
    }

    @Test(
        "takes any text: operators, endless words, signs that combine",
        arguments: [
            String(repeating: "a", count: 10_000), "\" OR \"*", "' | 'a':*", "e\u{301}\u{302}\u{20dd}字",
            "NEAR(a b)",
            "a AND NOT b", "\u{1f468}\u{200d}\u{1f469}家", "ǀt 食ǀ品", "क्षि", "*", "ｆｋǀｐ",
        ])
    func anyText(_ text: String) async throws {
        let database = try await Self.database()
        try await database.write { try SearchIndex.put(Self.document("a", text, text: text), in: $0) }
        if let query = SearchQuery(SearchWords.plain(text)) {
            #expect(try await Self.keys(query, in: database) == ["a"])
        }
    }

    @Test("tells words of the title, facets, and what is left out apart")
    func scopes() async throws {
        let database = try await Self.database()
        try await database.write { tx in
            try SearchIndex.put(Self.document("title", "积分入学"), in: tx)
            try SearchIndex.put(Self.document("text", "入学安排", text: "积分入学的办法", kind: .policy), in: tx)
        }
        let anywhere = try #require(SearchQuery("积分入学"))
        let inTitle = anywhere.within([SearchDocument.titleScope])
        #expect(try await Self.keys(anywhere, in: database) == ["text", "title"])
        #expect(try await Self.keys(inTitle, in: database) == ["title"])
        #expect(try await Self.keys(anywhere.excluding(inTitle), in: database) == ["text"])
        let policies = anywhere.and(anyOf: [SearchDocument.Facet.kind.word("policy")])
        #expect(try await Self.keys(policies, in: database) == ["text"])
        let either = try #require(SearchQuery("不存在")).or(inTitle)
        #expect(try await Self.keys(either, in: database) == ["title"])
    }

    @Test("is read again from a source, without what the source no longer has, and only once")
    func source() async throws {
        let database = try await Self.database()
        let source = SearchSource(name: "test") { after, limit, _ in
            try (100..<350).map { try Self.document(String($0), "第 \($0) 号公告") }
                .filter { $0.key > after }.prefix(limit).map(\.self)
        }
        try await database.write { try SearchIndex.put(Self.document("2001", "旧公告"), in: $0) }
        try await database.write { try SearchIndex.put(Self.document("9", "旧公告"), in: $0) }
        try await source.readIfNeeded(at: Instant(milliseconds: 1), in: database)
        #expect(try await Self.keys(SearchQuery("公告"), limit: 999, in: database).count == 250)
        #expect(try await Self.keys(SearchQuery("旧公"), in: database) == [])
        try await database.write { try SearchIndex.put(Self.document("9", "新公告"), in: $0) }
        try await source.readIfNeeded(at: Instant(milliseconds: 2), in: database)
        #expect(try await Self.keys(SearchQuery("新公"), in: database) == ["9"])
        try await database.write { try SearchSource.readAllAgain(in: $0) }
        try await source.readIfNeeded(at: Instant(milliseconds: 3), in: database)
        #expect(try await Self.keys(SearchQuery("新公"), in: database) == [])
    }
}
