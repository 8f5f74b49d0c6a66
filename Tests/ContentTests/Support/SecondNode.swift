import Government
import Hummingbird
import HummingbirdTesting
import Modules
import Services
import Storage
import TestSupport
import Web

@testable import Content

/// Another node of the same district: it shares the database, and hears of what the first one changes.
struct SecondNode: Sendable {
    let settings: WebSettings
    let cache: PageCache
    private let routes: [Route]
    private let heard: AsyncStream<String>

    init(of house: EditorialHouse) throws {
        settings = WebSettings(now: { [clock = house.clock] in clock.now })
        cache = PageCache(settings: settings)
        let content = try Content(
            database: house.database, cases: house.cases, files: house.editions.files,
            directory: Directory(house.database), cache: cache, hosts: settings.hosts, moved: settings.moved,
            board: settings.board, library: ServiceLibrary(house.database),
            translations: settings.translations, publicAddress: "https://www.example.gov.cn",
            identifier: "4412020000")
        routes = try content.module().routes
        let (stream, voice) = AsyncStream.makeStream(of: String.self)
        heard = stream
        house.database.observe { topic in
            content.drop(topic)
            Task {
                try await content.followNotices(topic)
                voice.yield(topic ?? "")
            }
        }
    }

    /// Whether something becomes so with what it hears; it waits for as long as it hears nothing.
    func sees(_ isSo: () async throws -> Bool) async throws -> Bool {
        if try await isSo() { return true }
        for await _ in heard where try await isSo() { return true }
        return false
    }

    func look(_ path: String) async throws -> TestResponse {
        let router = makeRouter(routes: routes, settings: settings) { _ in nil }
        return try await Application(router: router).test(.router) { try await $0.look(path) }
    }
}
