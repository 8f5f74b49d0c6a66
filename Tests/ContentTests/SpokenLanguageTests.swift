import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What machines are told in other languages")
struct SpokenLanguageTests {
    /// Knows the names of one site and one column.
    private struct Names: Translator {
        let locale = "en_GB"
        func translate(_ text: String) -> String? {
            ["端州区门户": "Duanzhou Portal", "工作动态": "News", "区政府办公室": "District Office"][text]
        }
    }

    @Test(
        "feed, Open Graph and JSON-LD of an English page are English where somebody wrote it, and say so where not"
    )
    func english() async throws {
        let house = try await EditorialHouse()
        house.settings.translations.set(Names(), for: .english)
        let column = try #require(try await house.portal()["dynamics"])
        var text = Samples.article("绿道开放")
        text.english = EnglishText(title: "The greenway is open", summary: "", body: "Walk along the lake.")
        let document = try await house.publish(text, in: column)
        try await house.publish(Samples.article("只有中文"), in: column)
        try await house.visit { client async throws in
            let page = try await client.look("/en/sites/duanzhou/dynamics/\(document)").text
            #expect(page.contains("property=\"og:title\" content=\"The greenway is open\""))
            #expect(page.contains("property=\"og:locale\" content=\"en_GB\""))
            #expect(page.contains("property=\"og:site_name\" content=\"Duanzhou Portal\""))
            #expect(
                page.contains("\"headline\":\"The greenway is open\"")
                    && page.contains("\"inLanguage\":\"en\""))
            #expect(
                page.contains("\"url\":\"https://www.example.gov.cn/en/sites/duanzhou/dynamics/\(document)\"")
            )
            let feed = try await client.look("/en/feeds/duanzhou/dynamics").text
            #expect(feed.isWellFormedXML && feed.contains("xml:lang=\"en\""))
            #expect(
                feed.contains("<title>The greenway is open</title>") && feed.contains("Walk along the lake."))
            #expect(feed.contains("<title xml:lang=\"zh-Hans\">只有中文</title>"))
            #expect(feed.contains("/en/sites/duanzhou/dynamics/\(document)</id>"))
            let original = try await client.look("/feeds/duanzhou/dynamics").text
            #expect(original.contains("<title>绿道开放</title>") && !original.contains("greenway"))
            #expect(
                try await client.look("/sites/duanzhou/dynamics/\(document)").text.contains(
                    "content=\"zh_CN\""))
        }
    }
}
