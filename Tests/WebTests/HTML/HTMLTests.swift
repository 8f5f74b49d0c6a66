import Refusals
import Testing

@testable import Web

@Suite("HTML literals")
struct HTMLTests {
    private let attack = "<script>alert(\"1\")</script>&'"
    private let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"

    @Test("A value in text cannot open a tag")
    func text() {
        let html: HTML = "<p>\(attack)</p>"
        #expect(html.description == "<p>\(escaped)</p>")
    }

    @Test("A value in an attribute cannot leave it")
    func attribute() {
        let html: HTML = "<p title=\"\(attack)\" class=\"a \(1)\">x</p>"
        #expect(html.description == "<p title=\"\(escaped)\" class=\"a 1\">x</p>")
    }

    @Test(
        "An address with a scheme that runs code is not followed",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "foo:bar", ":x", "/a\nb",
        ])
    func refusedAddress(_ address: String) {
        let found = misuse { "<a href=\"\(address)\">x</a>" }
        #expect(found.problems.count == 1)
        #expect(found.html.description == "<a href=\"\">x</a>")
    }

    @Test(
        "Local, http, mail and telephone addresses are followed",
        arguments: [
            "/cases/1?a=b", "#f-name", "?after=x", "cases/a:b", "https://www.gov.cn/", "mailto:a@b.cn",
            "tel:12345", "",
        ])
    func allowedAddress(_ address: String) {
        let html: HTML = "<a href=\"\(address)\">x</a>"
        #expect(html.description == "<a href=\"\(address)\">x</a>")
    }

    @Test("A value that continues an address is one component of it")
    func component() {
        let html: HTML = "<form action=\"/cases/\("a/b?c")/x?q=\("餐饮 &")\"></form>"
        #expect(html.description == "<form action=\"/cases/a%2Fb%3Fc/x?q=%E9%A4%90%E9%A5%AE%20%26\"></form>")
    }

    @Test("A value where nothing can make it safe renders nothing and is reported")
    func unsafePlaces() {
        let x = "x"
        let literals: [@Sendable () -> HTML] = [
            { "<script>\(x)</script>" }, { "<script src=\"/a.js\">\(x)</script>" },
            { "<style>a\(x)</style>" },
            { "<p style=\"\(x)\">" }, { "<p onclick=\"\(x)\">" }, { "<P OnClick=\"\(x)\">" },
            { "<img srcset=\"\(x)\">" }, { "<iframe srcdoc=\"\(x)\">" }, { "<p class=\(x)>" },
            { "<p class='\(x)'>" }, { "<!-- \(x) -->" }, { "<!-- > \(x) -->" }, { "<\(x)>" }, { "</\(x)>" },
            { "<p \(x)>" }, { "<p \(x)=\"\">" }, { "<p \(HTML("<b>x</b>"))>" },
            { "<p title=\"\(HTML("x"))\">" },
            { "<!doctype \(x)>" },
        ]
        for literal in literals {
            let found = misuse(literal)
            #expect(!found.problems.isEmpty, "\(found.html)")
            #expect(!found.html.description.replacing("onclick", with: "").contains("x<"), "\(found.html)")
        }
    }

    @Test("A literal that ends inside a tag is reported")
    func unfinished() {
        #expect(misuse { "<p class=\"" }.problems.count == 1)
        #expect(misuse { "<!-- x" }.problems.count == 1)
    }

    @Test("After a script, a comment and a quoted bracket, text is text again")
    func backInText() {
        let html: HTML = "<script src=\"/a.js\" defer></script><!-- a > b --><p title=\"a>b\">\("<")</p>"
        #expect(html.description.hasSuffix("<p title=\"a>b\">&lt;</p>"))
    }

    @Test("Attributes that may be absent stand inside a tag")
    func optionalAttributes() {
        let none: String? = nil
        let html: HTML = """
            <input\(attribute: "checked", if: true)\(attribute: "disabled", if: false) name="a"\
            \(attribute: "title", "\"")\(attribute: "lang", none)>
            """
        #expect(html.description == "<input checked name=\"a\" title=\"&quot;\">")
        #expect(misuse { "<a\(attribute: "onclick", "x")>" }.problems.count == 1)
        #expect(misuse { "<a\(attribute: "href", "javascript:x")>" }.problems.count == 1)
        #expect(misuse { "\(attribute: "lang", "x")" }.problems.count == 1)
    }

    @Test("Pieces nest, repeat and are left out")
    func pieces() {
        let sentence: Sentence = "已上传 \(3) 份"
        let nothing: HTML? = nil
        let html: HTML = """
            <ul>\(each: ["a", "<"], { "<li>\($0)</li>" })</ul>\(if: false, "<p>x</p>")\(nothing)\(sentence)
            """
        #expect(html.description == "<ul><li>a</li><li>&lt;</li></ul>已上传 3 份")
        #expect(HTML.joined(["a", "b"], separator: "·").description == "a·b")
        #expect(HTML.raw(trusted: "<svg/>").description == "<svg/>")
    }

    private func misuse(_ make: @Sendable () -> HTML) -> (html: HTML, problems: [String]) {
        let problems = Box<[String]>([])
        let html = HTML.$onMisuse.withValue({ problems.value.append($0) }, operation: make)
        return (html, problems.value)
    }
}
