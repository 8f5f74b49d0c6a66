import Refusals
import Testing
import Web

@testable import Content

@Suite("What authors type, and what readers get")
struct TextTests {
    @Test(
        "markup that is typed is text",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</article><h1>", "&lt;b&gt; & <b>",
            "## <svg onload=alert(1)>", "- <iframe src=//x>", "| <b> | \"'> |",
            "> <a href=javascript:alert(1)>x</a>",
            "**<script>**",
        ])
    func markup(_ typed: String) {
        let html = ContentText(typed).html.description
        for tag in ["<script", "<img", "<svg", "<iframe", "<b>", "<a ", "</article>", "<h1"] {
            #expect(!html.contains(tag), "\(html)")
        }
    }

    @Test(
        "an address that is not to be followed stays text",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example",
            "/\\evil.example",
            "vbscript:x", "java\tscript:x", "", " /x", "ftp://x", "www.example.cn",
        ])
    func addresses(_ address: String) {
        #expect(!ContentText("[点我](\(address))").html.description.contains("<a "))
    }

    @Test("an address that may be followed is escaped where it stands")
    func link() {
        let html = ContentText("见[原文](https://www.gov.cn/a?b=1&c=\"><script>)。").html.description
        #expect(
            html == "<p>见<a href=\"https://www.gov.cn/a?b=1&amp;c=&quot;&gt;&lt;script&gt;\">原文</a>。</p>\n")
    }

    @Test("marks that are not closed are text", arguments: ["**一半", "[一半", "[一半](", "**", "[](/x)", "****"])
    func unclosed(_ typed: String) {
        #expect(ContentText(typed).html.description == "<p>\(typed)</p>\n")
    }

    @Test("blocks follow their marks, and a line is a paragraph")
    func blocks() {
        let html = ContentText(
            "## 一\n\n　　开头有空格。\n- 甲\n- 乙\n1. 子\n2. 丑\n> 引\n| 名 | 数 |\n| --- | --- |\n| **甲** | 1 |"
        ).html.description
        #expect(html.contains("<h2>一</h2>\n<p>开头有空格。</p>"))
        #expect(html.contains("<ul><li>甲</li><li>乙</li></ul>\n<ol><li>子</li><li>丑</li></ol>"))
        #expect(html.contains("<blockquote><p>引</p></blockquote>"))
        #expect(
            html.contains("<th scope=\"col\">名</th>")
                && html.contains("<td><strong>甲</strong></td><td>1</td>"))
        #expect(!html.contains("---"))
    }

    @Test(
        "a text of a hundred thousand characters of marks is read in a moment",
        arguments: ["[", "[a](", "[a](/"])
    func large(mark: String) {
        let text = String(repeating: mark, count: 100_000 / mark.count)
        #expect(ContentText(text).plain == text)
    }

    @Test("the words alone are what a list shows")
    func plain() {
        #expect(ContentText("## 一\n**二**[三](/x)\n- 四").plain == "一二三四")
    }
}
