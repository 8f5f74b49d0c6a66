import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What is said in English")
struct EnglishTests {
    /// Knows no word: only what people wrote in English is English.
    private struct Nothing: Translator {
        let locale = "en_GB"
        func translate(_ text: String) -> String? { nil }
    }

    private func english(_ title: String, _ body: String) -> EnglishText? {
        EnglishText(title: title, summary: "", body: body)
    }

    @Test("half a translation is refused, and none at all is none")
    func half() throws {
        #expect(english(" ", "\n") == nil)
        for (title, body, field) in [("", "Text", "english_title"), ("Title", "", "english_body")] {
            var text = Samples.article("标题")
            text.english = english(title, body)
            #expect(text.english?.mistakes.map(\.field) == [field])
            #expect(throws: DomainError.self) { try text.check(for: .article) }
        }
    }

    @Test("an identity number in the English text keeps an edition from being submitted")
    func leaks() throws {
        var text = Samples.article("标题")
        text.english = english("Title", "Call Ms Chen, 44129919900101123X or so, SECRET 机密★一年")
        #expect(try LeakCheck.delivered().findings(in: text).contains { $0.field == "english_body" })
    }

    @Test("what was saved before there was English is read as it was")
    func old() throws {
        let saved = "{\"title\":\"题\",\"summary\":\"\",\"body\":\"文\",\"source\":\"源\",\"links\":[]}"
        #expect(try JSONDecoder().decode(Manuscript.self, from: Data(saved.utf8)).english == nil)
    }

    @Test("a page with a translation shows it, and one without says so and shows Chinese, marked as such")
    func pages() async throws {
        let house = try await EditorialHouse()
        house.settings.translations.set(Nothing(), for: .english)
        let column = try #require(try await house.portal()["dynamics"])
        var text = Samples.article("绿道开放")
        text.english = english("The greenway is open", "Walk along the lake.")
        let translated = try await house.publish(text, in: column)
        let other = try await house.publish(Samples.article("只有中文"), in: column)
        try await house.visit { client async throws in
            let page = try await client.look("/en/sites/duanzhou/dynamics/\(translated)").text
            #expect(page.contains("<html lang=\"en\"") && page.contains("<h1>The greenway is open</h1>"))
            #expect(page.contains("Walk along the lake.") && !page.contains("not available in English"))
            let missing = try await client.look("/en/sites/duanzhou/dynamics/\(other)").text
            #expect(missing.contains("This page is not available in English yet"))
            #expect(missing.contains("<h1 lang=\"zh-Hans\">只有中文</h1>"))
            let list = try await client.look("/en/sites/duanzhou/dynamics").text
            #expect(list.contains(">The greenway is open</a>"))
            #expect(list.contains("href=\"/en/sites/duanzhou/dynamics/\(other)\""))
            #expect(try await !client.look("/sites/duanzhou/dynamics").text.contains("greenway"))
        }
    }
}
