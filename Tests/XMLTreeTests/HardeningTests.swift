import Foundation
import Refusals
import Testing
import XMLTree

@Suite("XML from strangers")
struct HardeningTests {
    private func problem(_ text: String, limits: XMLTree.Limits = .default) -> XMLTreeError? {
        do {
            _ = try XMLTree.parse(Data(text.utf8), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("A document type is refused, and with it every entity")
    func documentType() {
        let bomb =
            "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]>\n<a>&y;</a>"
        let refusal = problem(bomb)
        #expect(refusal?.line == 2)
        #expect(refusal?.sentence.chinese == "文件含有文档类型声明（DOCTYPE），不予读取。")
    }

    @Test("An encoding in which a document type could hide is refused")
    func hiddenEncoding() throws {
        let utf7 = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>"
        #expect(problem(utf7)?.sentence.chinese == "不支持编码 utf-7，请用 UTF-8 保存。")
        let utf16 = try #require("<a/>".data(using: .utf16))
        #expect(throws: XMLTreeError.self) { try XMLTree.parse(utf16) }
    }

    @Test(
        "What is not well formed is refused with its line",
        arguments: [
            ("<a>\n<b></a>", 2), ("<a>&foo;</a>", 1), ("<a x='1' x='2'/>", 1), ("<m:a/>", 1),
            ("<a/>\n<b/>", 2), ("", 1), ("\n  ", 1), ("{}", 1), ("<a>", 1),
        ])
    func malformed(_ text: String, line: Int) {
        #expect(problem(text)?.line == line)
    }

    @Test("What is too deep or too large is refused")
    func limits() {
        let deep = String(repeating: "<a>", count: 201) + String(repeating: "</a>", count: 201)
        #expect(problem(deep)?.sentence.chinese == "元素嵌套超过 200 层。")
        let small = XMLTree.Limits(maximumBytes: 1_000_000, maximumDepth: 2)
        #expect(problem("<a><b/></a>", limits: small) == nil)
        let large = "<a>" + String(repeating: " ", count: 1_000_000) + "</a>"
        #expect(problem(large, limits: small)?.sentence.chinese == "文件超过 1 MB，不予读取。")
    }
}
