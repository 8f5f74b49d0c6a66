import Foundation
import Refusals
import Testing
import XMLTree

// The limits of time here tell what would not end from what is slow: thousands of tests share the processors.
@Suite("XML from people who mean harm")
struct HostileTests {
    private func problem(_ text: String) -> String? { problem(Data(text.utf8)) }

    private func problem(_ data: Data) -> String? {
        do {
            _ = try XMLTree.parse(data)
            return nil
        } catch {
            return error.sentence.chinese
        }
    }

    private static let refusal = "文件含有文档类型声明（DOCTYPE），不予读取。"

    @Test(
        "nothing is expanded and nothing outside is fetched: a document type is refused, whatever it says",
        arguments: [
            // A billion laughs.
            "<!DOCTYPE a [<!ENTITY a \"ha\">"
                + (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
                .joined()
                + "]><a>&a9;</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;]><a/>",
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\"><a/>", "<!DOCTYPE a PUBLIC \"-//X\" \"x\"><a/>",
            "<!DOCTYPE a><a/>", "<a/><!-- <!DOCTYPE -->",
            "<?xml version=\"1.0\" encoding=\"GBK\"?><!DOCTYPE a><a/>",
        ])
    func documentType(_ text: String) { #expect(problem(text) == Self.refusal) }

    @Test(
        "what only looks like one is not well formed",
        arguments: [
            "<!doctype a><a/>", "<! DOCTYPE a><a/>", "<a><!ENTITY x \"y\">&x;</a>", "<a>&x;</a>",
            "<a>%p;</a><!ELEMENT a>",
        ])
    func almost(_ text: String) { #expect(problem(text)?.hasPrefix("XML 写法有误") == true) }

    @Test("an encoding that stands so far back that it might be missed is refused")
    func farEncoding() {
        let far = "<?xml version=\"1.0\"\(String(repeating: " ", count: 300))encoding=\"UTF-7\"?>"
        #expect(problem(far + "+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY x +ACI-ha+ACI-+AD4]+AD4-<a>&x;</a>") != nil)
        #expect(problem(far + "<a/>") == "XML 声明太长，请用 UTF-8 保存。")
    }

    @Test("bytes that are not text in the encoding they claim are refused")
    func wrongEncoding() throws {
        #expect(problem(Data([0x3C, 0x61, 0x3E, 0xFF, 0xFE, 0x3C, 0x2F, 0x61, 0x3E])) != nil)
        let chinese = "<?xml version=\"1.0\" encoding=\"GBK\"?><a>窗口</a>"
        #expect(problem(chinese.replacing("GBK", with: "US-ASCII")) != nil)
        #expect(
            problem("<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?><a/>")
                == "不支持编码 ebcdic-cp-us，请用 UTF-8 保存。")
        #expect(problem("<?xml version=\"1.0\" encoding=\"\"?><a/>") == "不支持编码 ，请用 UTF-8 保存。")
    }

    @Test("a mark at the beginning is read past in UTF-8 and refused in all others; a zero byte is refused")
    func marks() throws {
        #expect(problem(Data([0xEF, 0xBB, 0xBF]) + Data("<a/>".utf8)) == nil)
        #expect(problem(Data([0xEF, 0xBB, 0xBF]) + Data("<!DOCTYPE a><a/>".utf8)) == Self.refusal)
        let words = "文件不是 XML，或者不是用 UTF-8 编码保存的。"
        for mark: [UInt8] in [
            [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0x2B, 0x2F, 0x76],
        ] {
            #expect(problem(Data(mark) + Data("<a/>".utf8)) == words)
        }
        for text in ["<a>\0</a>", "<a b=\"\0\"/>", "\0<a/>", "<a/>\0"] { #expect(problem(text) == words) }
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
            #expect(problem(try #require("<!DOCTYPE a><a/>".data(using: encoding))) == words)
        }
    }

    @Test("50 MB and 10,000 levels are refused before they cost anything", .timeLimit(.minutes(60)))
    func large() {
        #expect(problem(Data("<a>".utf8) + Data(count: 50_000_000)) == "文件超过 10 MB，不予读取。")
        let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        #expect(problem(deep) == "元素嵌套超过 200 层。")
    }

    @Test("a million attributes are refused, and so are names declared without end", .timeLimit(.minutes(60)))
    func attributes() {
        let many = String(repeating: " a=\"\"", count: 1_000_000)
        #expect(problem("<a\(many)/>") == "一个元素的属性超过 500 个。")
        #expect(problem("<a\((0..<500).map { " a\($0)=\"\"" }.joined())/>") == nil)
        #expect(problem("<a b=\"\(String(repeating: "=", count: 5000))\"/>") == nil)
        #expect(
            problem(
                "<a>\(String(repeating: " x=1", count: 5000))<!-- \(String(repeating: " x=1", count: 5000)) --></a>"
            ) == nil)
    }

    @Test(
        "names declared on every level, and again on every leaf, cost no more than they are long",
        .timeLimit(.minutes(60)))
    func declarations() throws {
        let own = { (level: Int) in (0..<100).map { " xmlns:n\(level)x\($0)=\"u\"" }.joined() }
        let open = (0..<190).map { "<a\(own($0))>" }.joined()
        let leaves = String(repeating: "<b xmlns:p=\"q\" n0x1:c=\"\"/>", count: 50_000)
        let root = try XMLTree.parse(Data((open + leaves + String(repeating: "</a>", count: 190)).utf8))
        let all = root.selfAndDescendants
        #expect(all.count == 50_190)
        #expect(all.last?.attributes.last?.namespace == "u")
    }
}
