import Testing
import Typesetting

@Suite("Text on paper")
struct PrintableTextTests {
    @Test(
        "characters that hide or turn text around are dropped",
        arguments: [
            ("陈\u{0}静", "陈静"), ("陈\u{1B}[31m静", "陈[31m静"), ("\u{202E}陈静\u{202C}", "陈静"),
            ("陈\u{200B}\u{FEFF}静", "陈静"), ("陈\u{E0041}静", "陈静"), ("陈\u{AD}静", "陈静"),
        ])
    func hostile(raw: String, printed: String) {
        #expect(block(raw).text == printed)
    }

    @Test(
        "line breaks in a value become one space",
        arguments: ["星湖\n\n餐饮", "星湖\r\n餐饮", "星湖\t餐饮", "星湖\u{2028}餐饮"])
    func breaks(raw: String) {
        #expect(block(raw).text == "星湖 餐饮")
    }

    @Test("rare characters with variation selectors stay as they were registered")
    func variations() {
        #expect(block("葛\u{E0100}城，𠮷野家").text == "葛\u{E0100}城，𠮷野家")
    }

    @Test("a word longer than its column is broken, not run past it")
    func longWord() {
        let lines = block(String(repeating: "W", count: 200)).lines()
        #expect(lines.count > 10)
        #expect(lines.joined() == String(repeating: "W", count: 200))
    }

    @Test("no line begins with a comma or a full stop")
    func kinsoku() {
        let lines = block(String(repeating: "申请材料齐全，符合法定形式。", count: 12)).lines()
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { !"，。".contains($0.first ?? "，") })
    }

    private func block(_ text: String) -> TextBlock {
        TextBlock(text, at: Point(x: 0, y: 0), width: 50, style: TextStyle(.song, sizePoints: 14))
    }
}
