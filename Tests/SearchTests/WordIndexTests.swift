import Search
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("The index of everything that is public")
struct WordIndexTests {
    @Test("forgets what is taken away, and what a text said before it was changed")
    func gone() async throws {
        let database = try await IndexedTexts.database()
        try await database.write { tx in
            try SearchIndex.put(IndexedTexts.document("a", "暴雨红色预警"), in: tx)
            try SearchIndex.put(IndexedTexts.document("b", "暴雨黄色预警"), in: tx)
            try SearchIndex.remove("a", of: "test", in: tx)
            try SearchIndex.remove("never", of: "test", in: tx)
            try SearchIndex.put(IndexedTexts.document("b", "台风白色预警"), in: tx)
        }
        let found = try await [
            IndexedTexts.keys(SearchQuery("暴雨"), in: database),
            IndexedTexts.keys(SearchQuery("台风"), in: database),
        ]
        #expect(found == [[], ["b"]])
    }

    @Test("gives nothing of a change that is undone")
    func undone() async throws {
        struct Undone: Error {}
        let database = try await IndexedTexts.database()
        await #expect(throws: Undone.self) {
            try await database.write { tx in
                try SearchIndex.put(IndexedTexts.document("a", "未发布的文件"), in: tx)
                throw Undone()
            }
        }
        #expect(try await IndexedTexts.keys(SearchQuery("未发布"), in: database) == [])
    }

    @Test("gives the newest day first, over years, and stops when the page is full")
    func newestFirst() async throws {
        let database = try await IndexedTexts.database()
        let days = ["1999-01-04", "2026-11-20", "2024-02-29", "2026-09-01", "2026-11-19", "2012-06-01"]
        try await database.write { tx in
            for day in days { try SearchIndex.put(IndexedTexts.document(day, "关于绿化的通知", day), in: tx) }
        }
        let sorted = days.sorted(by: >)
        #expect(try await IndexedTexts.keys(SearchQuery("绿化"), in: database) == sorted)
        #expect(
            try await IndexedTexts.keys(SearchQuery("绿化"), limit: 3, in: database) == Array(sorted.prefix(3)))
    }

    @Test("moves a document whose day has changed")
    func anotherDay() async throws {
        let database = try await IndexedTexts.database()
        try await database.write { tx in
            try SearchIndex.put(IndexedTexts.document("old", "修订办法", "2020-01-01"), in: tx)
            try SearchIndex.put(IndexedTexts.document("new", "修订办法", "2021-01-01"), in: tx)
            try SearchIndex.put(IndexedTexts.document("old", "修订办法", "2022-01-01"), in: tx)
        }
        #expect(try await IndexedTexts.keys(SearchQuery("修订"), in: database) == ["old", "new"])
    }

    @Test(
        "finds one character wherever it stands, also in a text of letters and signs",
        arguments: [
            "砚", "端砚", "a", "ab", "１２", "é", "𠮷",
        ])
    func oneCharacter(_ words: String) async throws {
        let database = try await IndexedTexts.database()
        try await database.write { tx in
            try SearchIndex.put(IndexedTexts.document("a", "中国端砚—ABC 12é𠮷x"), in: tx)
            try SearchIndex.put(IndexedTexts.document("b", "别的"), in: tx)
        }
        #expect(try await IndexedTexts.keys(SearchQuery(SearchWords.plain(words)), in: database) == ["a"])
    }

    @Test(
        "takes any text: operators, endless words, signs that combine",
        arguments: [
            String(repeating: "a", count: 10_000), "\" OR \"*", "' | 'a':*", "e\u{301}\u{302}\u{20dd}字",
            "NEAR(a b)",
            "a AND NOT b", "\u{1f468}\u{200d}\u{1f469}家", "ǀt 食ǀ品", "क्षि", "*", "ｆｋǀｐ",
        ])
    func anyText(_ text: String) async throws {
        let database = try await IndexedTexts.database()
        try await database.write { try SearchIndex.put(IndexedTexts.document("a", text, text: text), in: $0) }
        if let query = SearchQuery(SearchWords.plain(text)) {
            #expect(try await IndexedTexts.keys(query, in: database) == ["a"])
        }
    }

    @Test("tells words of the title, facets, and what is left out apart")
    func scopes() async throws {
        let database = try await IndexedTexts.database()
        try await database.write { tx in
            try SearchIndex.put(IndexedTexts.document("title", "积分入学"), in: tx)
            try SearchIndex.put(IndexedTexts.document("text", "入学安排", text: "积分入学的办法", kind: .policy), in: tx)
        }
        let anywhere = try #require(SearchQuery("积分入学"))
        let inTitle = anywhere.within([SearchDocument.titleScope])
        #expect(try await IndexedTexts.keys(anywhere, in: database) == ["text", "title"])
        #expect(try await IndexedTexts.keys(inTitle, in: database) == ["title"])
        #expect(try await IndexedTexts.keys(anywhere.excluding(inTitle), in: database) == ["text"])
        let policies = anywhere.and(anyOf: [SearchDocument.Facet.kind.word("policy")])
        #expect(try await IndexedTexts.keys(policies, in: database) == ["text"])
        let either = try #require(SearchQuery("不存在")).or(inTitle)
        #expect(try await IndexedTexts.keys(either, in: database) == ["title"])
    }

    @Test("is read again from a source, without what the source no longer has, and only once")
    func source() async throws {
        let database = try await IndexedTexts.database()
        let source = SearchSource(name: "test") { after, limit, _ in
            try (100..<350).map { try IndexedTexts.document(String($0), "第 \($0) 号公告") }
                .filter { $0.key > after }.prefix(limit).map(\.self)
        }
        try await database.write { tx in
            for key in ["2001", "9"] { try SearchIndex.put(IndexedTexts.document(key, "旧公告"), in: tx) }
        }
        try await source.readIfNeeded(at: Instant(milliseconds: 1), in: database)
        #expect(try await IndexedTexts.keys(SearchQuery("公告"), limit: 999, in: database).count == 250)
        #expect(try await IndexedTexts.keys(SearchQuery("旧公"), in: database) == [])
        try await database.write { try SearchIndex.put(IndexedTexts.document("9", "新公告"), in: $0) }
        try await source.readIfNeeded(at: Instant(milliseconds: 2), in: database)
        #expect(try await IndexedTexts.keys(SearchQuery("新公"), in: database) == ["9"])
        try await database.write { try SearchSource.readAllAgain(in: $0) }
        try await source.readIfNeeded(at: Instant(milliseconds: 3), in: database)
        #expect(try await IndexedTexts.keys(SearchQuery("新公"), in: database) == [])
    }
}
