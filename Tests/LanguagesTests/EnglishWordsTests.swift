import Testing

@testable import Languages

@Suite("English words")
struct EnglishWordsTests {
    private let words = EnglishWords([
        "首页": "Home", "第 {} 页，共 {} 页": "Page {} of {}", "{} - {}": "{} - {}", "自{}起施行": "in force from {}",
    ])

    @Test("words that are not in the table have no English", arguments: ["未知", "未知 - 首页", "第 几 页，共 3 页"])
    func unknown(_ text: String) { #expect(words.translate(text) == nil) }

    @Test("blanks around a sentence stay where they were")
    func blanks() { #expect(words.translate("\n  首页 ") == "\n  Home ") }

    @Test("what varies in a sentence is put in its place, in English where it has one")
    func gaps() {
        #expect(words.translate("第 2 页，共 30 页") == "Page 2 of 30")
        #expect(words.translate("首页 - 首页 - Minben") == "Home - Home - Minben")
        #expect(words.translate("自2026年12月1日起施行") == "in force from 1 December 2026")
    }

    @Test("sentences of the desk count before those that came with the program")
    func desk() { #expect(words.with(["首页": "Start"]).translate("首页") == "Start") }

    @Test(
        "dates are written as in English",
        arguments: [
            ("2026年11月27日 12:00", "27 November 2026, 12:00"), ("2026年11月27日（周五）", "Friday, 27 November 2026"),
            ("11月27日", "27 November"),
        ])
    func dates(_ chinese: String, _ english: String) { #expect(EnglishDate.written(chinese) == english) }

    @Test("what only looks like a date is none", arguments: ["2026年13月1日", "11月", "2026年11月27日起"])
    func noDates(_ text: String) { #expect(EnglishDate.written(text) == nil) }

    @Test("the table that comes with the program can be read, and keeps its gaps")
    func delivered() throws {
        _ = try EnglishWords.delivered()
    }
}
