import Testing

@testable import ChineseScript

@Suite("Traditional characters")
struct TraditionalScriptTests {
    private func script(_ exceptions: [String: String] = [:], _ usage: TraditionalScript.Usage = .hongKong)
        throws
        -> TraditionalScript
    {
        try #require(TraditionalScript(usage, exceptions: exceptions))
    }

    @Test("a character that became one of several is chosen by its word")
    func words() throws {
        #expect(try script().convert("皇后的头发，出发以后") == "皇后的頭髮，出發以後")
        #expect(try script().convert("干部晒干菜") == "幹部曬乾菜")
    }

    @Test("Hong Kong and Taiwan write some words otherwise")
    func usages() throws {
        #expect(try script([:], .hongKong).convert("里面") == "裏面")
        #expect(try script([:], .taiwan).convert("里面") == "裡面")
    }

    @Test("an exception comes before the tables, and the longer one before the shorter")
    func exceptions() throws {
        let script = try script(["岩前": "岩前", "岩前村": "巖前村"])
        #expect(script.convert("到岩前去，到岩前村去") == "到岩前去，到巖前村去")
    }

    @Test(
        "markup, other scripts and nothing at all stay as they are",
        arguments: ["", "<a href=\"/x\">&amp;</a>", "Ünïcode 🙂"])
    func untouched(_ text: String) throws {
        #expect(try script(["岩前": "巖前"]).convert(text) == text)
    }

    @Test("many may ask at once")
    func together() async throws {
        let script = try script()
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { script.convert("头发") } }
            for await text in group { #expect(text == "頭髮") }
        }
    }
}
