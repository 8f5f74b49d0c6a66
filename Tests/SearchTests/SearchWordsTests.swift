import Search
import Storage
import Testing

@Suite("Words for the full-text index")
struct SearchWordsTests {
    @Test(
        "are pairs of Chinese characters and the last one alone; letters and digits stay whole",
        arguments: [
            ("食品经营", ["食品", "品经", "经营", "营"]), ("张伟", ["张伟", "伟"]), ("李", ["李"]),
            ("A座3号", ["a", "座", "3", "号"]), ("星湖 餐饮", ["星湖", "湖", "餐饮", "饮"]),
            ("《行政许可法》", ["行政", "政许", "许可", "可法", "法"]), ("", []), ("——！", []),
        ] as [(String, [String])])
    func words(text: String, expected: [String]) {
        #expect(SearchWords.of(text) == expected)
    }

    @Test(
        "are asked for as each engine asks, the unfinished ones by their beginning",
        arguments: [
            ("食品经营", #"("食品") AND ("品经") AND ("经营")"#, "('食品') & ('品经') & ('经营')"),
            ("李", #"("李"*)"#, "('李':*)"), ("abc", #"("abc"*)"#, "('abc':*)"),
        ])
    func queries(text: String, fts5: String, tsquery: String) throws {
        let query = try #require(SearchQuery(text))
        #expect(query.text(for: .sqlite) == fts5)
        #expect(query.text(for: .postgresql) == tsquery)
    }

    @Test(
        "leave nothing of what an engine would take for an operator",
        arguments: ["\" OR *", "' | 'x", "a:* & b"])
    func operators(text: String) {
        let query = SearchQuery(text)?.text(for: .sqlite) ?? ""
        #expect(!query.contains("\"\"") && !query.contains(" | "))
    }

    @Test("that are none give no query", arguments: ["", "  ", "——", "%_'"])
    func nothing(text: String) {
        #expect(SearchQuery(text) == nil)
    }
}
