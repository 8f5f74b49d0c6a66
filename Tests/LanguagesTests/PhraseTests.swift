import ChineseScript
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Modules
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Languages

@Suite("How words are written in other languages")
struct PhraseTests {
    private let now = Instant(day: CivilDate(iso: "2026-11-27") ?? .first, hour: 12)
    private let actor = Actor(
        accountID: 7, name: "何婉婷", organ: "zfb", roles: ["publisher"], channel: "page", address: "192.0.2.1")

    private struct House {
        let database: Database
        let settings: WebSettings
        let cache: PageCache
        let phrases: Phrases
        let routes: [Route]
    }

    private func house() async throws -> House {
        let database = try await TestDatabase.make()
        let settings = WebSettings(now: { [now] in now })
        let cache = PageCache(settings: settings)
        let languages = try Languages(database: database, cache: cache, translations: settings.translations)
        let module = try languages.module()
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(), module,
        ]
        try await database.migrate(modules.migrations)
        try await languages.follow()
        let phrases = Phrases(
            database: database, cache: cache, translations: settings.translations, usage: .hongKong,
            english: try EnglishWords.delivered())
        let page = Route.get("/sites/{site}", .anyone, "站点") { [cache] request, _ in
            try await cache.answer(request) { _ in
                .page(Page("岩前村", body: "<h1>岩前村的头发</h1><p>工作动态</p>"), shows: [])
            }
        }.inEveryLanguage
        return House(
            database: database, settings: settings, cache: cache, phrases: phrases,
            routes: module.routes + [page])
    }

    private func look(_ path: String, _ house: House) async throws -> String {
        let router = makeRouter(routes: house.routes, settings: house.settings) { _ in nil }
        return try await Application(router: router).test(.router) { client in
            try await String(buffer: client.execute(uri: path, method: .get, headers: [:], body: nil).body)
        }
    }

    @Test(
        "what cannot stand in a page is refused",
        arguments: [
            Phrase(language: .simplified, original: "岩前", words: "巖前"),
            Phrase(language: .traditional, original: "", words: "巖前"),
            Phrase(language: .traditional, original: "岩前", words: ""),
            Phrase(language: .english, original: "岩前", words: "<b>Yanqian</b>"),
            Phrase(language: .english, original: "岩前", words: "\"onload=x"),
            Phrase(language: .english, original: "Yanqian", words: "Yanqian"),
            Phrase(language: .english, original: "岩前", words: "a\nb"),
        ])
    func refused(_ phrase: Phrase) { #expect(throws: DomainError.self) { try phrase.check() } }

    @Test("an exception shows on the next request, and goes with it when it is removed")
    func exceptions() async throws {
        let house = try await house()
        #expect(try await look("/zh-hant/sites/a", house).contains("<h1>巖前村的頭髮</h1>"))
        try await house.phrases.put(
            Phrase(language: .traditional, original: "岩前村", words: "岩前村"), by: actor, at: now)
        let text = try await look("/zh-hant/sites/a", house)
        #expect(text.contains("<h1>岩前村的頭髮</h1>") && text.contains("<html lang=\"zh-Hant\""))
        try await house.phrases.remove("岩前村", from: .traditional, by: actor, at: now)
        #expect(try await look("/zh-hant/sites/a", house).contains("<h1>巖前村的頭髮</h1>"))
        await #expect(throws: DomainError.notFound("没有这一条，可能已经删去。")) {
            try await house.phrases.remove("岩前村", from: .traditional, by: actor, at: now)
        }
    }

    @Test("what has no English stays Chinese and says so; the desk gives it English")
    func english() async throws {
        let house = try await house()
        let before = try await look("/en/sites/a", house)
        #expect(before.contains("<p>News</p>"))
        #expect(before.contains("<h1><span lang=\"zh-Hans\">岩前村的头发</span></h1>"))
        try await house.phrases.put(
            Phrase(language: .english, original: "岩前村的{}", words: "The {} of Yanqian"), by: actor, at: now)
        try await house.phrases.put(
            Phrase(language: .english, original: "头发", words: "hair"), by: actor, at: now)
        #expect(try await look("/en/sites/a", house).contains("<h1>The hair of Yanqian</h1>"))
        #expect(try await look("/sites/a", house).contains("<h1>岩前村的头发</h1>"))
    }

    @Test("a change is in the journal with the name of who made it")
    func journal() async throws {
        let house = try await house()
        try await house.phrases.put(
            Phrase(language: .english, original: "岩前", words: "Yanqian"), by: actor, at: now)
        let row = try await house.database.read {
            try $0.row("SELECT action FROM journal_entry WHERE action = 'phrase.put' /* all */")
        }
        #expect(row != nil)
    }
}
