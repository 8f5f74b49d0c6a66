import Testing

@testable import Web

@Suite("A page in another language")
struct PageTranslationTests {
    /// Knows two words.
    private struct Words: Translator {
        let locale = "en_GB"
        func translate(_ text: String) -> String? {
            ["首页": "Home", "搜索": "Search"][text]
        }
    }

    private func translated(_ markup: String) -> String {
        let translations = Translations()
        translations.set(Words(), for: .english)
        translations.follow([
            Route.get("/sites/{site}", .anyone, "站点") { _, _ in .noContent }.inEveryLanguage,
            Route.get("/", .anyone, "首页") { _, _ in .noContent }.inEveryLanguage,
        ])
        let page = HTML.raw(trusted: "<html lang=\"en\"><body>\(markup)</body></html>")
        return PageTranslation.translate(page, to: .english, translations).description
            .replacing("<html lang=\"en\"><body>", with: "").replacing("</body></html>", with: "")
    }

    @Test("a text and an attribute that is read out are translated, and nothing else is touched")
    func words() {
        #expect(
            translated("<a class=\"首页\" title=\"搜索\">首页</a><img src=\"/x\" alt=\"搜索\">")
                == "<a class=\"首页\" title=\"Search\">Home</a><img src=\"/x\" alt=\"Search\">")
    }

    @Test("what cannot be translated stays, and says that it is Chinese")
    func missing() {
        #expect(translated("<p>未译 &amp; 其他</p>") == "<p><span lang=\"zh-Hans\">未译 &amp; 其他</span></p>")
    }

    @Test(
        "where no mark may stand, none does",
        arguments: [
            "<select><option>未译</option></select>", "<textarea>未译</textarea>", "<svg><text>未译</text></svg>",
            "<script type=\"application/ld+json\">{\"首页\": \"<\"}</script>",
        ])
    func bare(_ markup: String) { #expect(translated(markup) == markup) }

    @Test("what says its own language stays as it is, up to its end and not further")
    func foreign() {
        #expect(
            translated("<div lang=\"zh-Hans\"><p>首页<br>首页</p></div><p>首页</p>")
                == "<div lang=\"zh-Hans\"><p>首页<br>首页</p></div><p>Home</p>")
    }

    @Test("a link to a page of all languages stays in the language, and every other link leads where it led")
    func links() {
        for (address, expected) in [
            ("/sites/a", "/en/sites/a"), ("/sites/a?after=1#x", "/en/sites/a?after=1#x"), ("/", "/en"),
            ("/desk", "/desk"), ("/sites/a/b", "/sites/a/b"), ("//sites/a", "//sites/a"),
            ("https://x/sites/a", "https://x/sites/a"), ("/zh-hans/sites/a", "/sites/a"), ("/zh-hans/", "/"),
            ("#main", "#main"),
        ] { #expect(translated("<a href=\"\(address)\">x</a>") == "<a href=\"\(expected)\">x</a>") }
    }

    @Test("a form that looks something up stays in the language, one that changes something does not")
    func forms() {
        #expect(translated("<form action=\"/sites/a\"></form>").contains("/en/sites/a"))
        let changing = "<form method=\"post\" action=\"/sites/a\"></form>"
        #expect(translated(changing) == changing)
    }

    @Test("a sign that ends tags may stand in a value")
    func signs() {
        #expect(
            translated("<a title=\"a > b\" href=\"/sites/a\">首页</a>").hasSuffix(
                "href=\"/en/sites/a\">Home</a>"))
    }
}
