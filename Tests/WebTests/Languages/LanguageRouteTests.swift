import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Languages have addresses of their own")
struct LanguageRouteTests {
    /// Says of every text that it has seen it.
    private struct Shouting: Translator {
        let locale = "en_GB"
        func translate(_ text: String) -> String? { text + "!" }
        func original(of question: String) -> String { question.replacing("問", with: "问") }
    }

    private let settings: WebSettings

    init() {
        settings = Installation.settings()
        settings.translations.set(Shouting(), for: .traditional)
    }

    private func look(_ uri: String) async throws -> TestResponse {
        let cache = PageCache(settings: settings)
        let routes = [
            Route.get("/sites/{site}", .anyone, "站点") { request, _ in
                try await cache.answer(request) { request in
                    .page(Page("站点", body: "<h1>站点</h1><a href=\"/sites/b\">乙</a>"), shows: [])
                }
            }.inEveryLanguage,
            Route.get("/search", .anyone, "搜索") { request, _ in .text(request.query("q") ?? "") }
                .inEveryLanguage,
            Route.get("/desk", .anyone, "工作台") { _, _ in .text("desk") },
        ]
        let answer = Box<TestResponse?>(nil)
        try await Installation.test(routes, settings: settings) { client in
            answer.value = try await client.execute(uri: uri, method: .get)
        }
        return try #require(answer.value)
    }

    @Test("the page in the language says so, is translated, and leads to its other languages")
    func page() async throws {
        let text = try await look("/zh-hant/sites/a").text
        #expect(text.contains("<html lang=\"zh-Hant\"") && text.contains("<h1>站点!</h1>"))
        #expect(text.contains("href=\"/zh-hant/sites/b\""))
        #expect(text.contains("<a href=\"/sites/a\" hreflang=\"zh-Hans\" lang=\"zh-Hans\">简体</a>"))
        #expect(text.contains("/display/elder?next=%2Fzh-hant%2Fsites%2Fa"))
        let original = try await look("/sites/a").text
        #expect(
            original.contains("<h1>站点</h1>")
                && original.contains("href=\"/zh-hant/sites/a\" hreflang=\"zh-Hant\""))
    }

    @Test("a language that is not offered is not there, and nobody is led to it")
    func notOffered() async throws {
        #expect(try await look("/en/sites/a").status == .notFound)
        #expect(try await !look("/sites/a").text.contains("/en/"))
    }

    @Test("what exists in the original alone is shown in the original, and never on another host")
    func originalOnly() async throws {
        #expect(try await look("/zh-hant/desk?x=1").headers[.location] == "/desk?x=1")
        #expect(try await look("/zh-hant//evil.example/x").headers[.location] == "/evil.example/x")
        #expect(try await look("/zh-hantx/desk").status == .notFound)
    }

    @Test("a question is looked for in the words of the original")
    func questions() async throws {
        #expect(try await look("/zh-hant/search?q=%E5%95%8F").text == "问")
    }
}
