import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Search
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import SiteSearch

let noon = Instant(milliseconds: 1_795_000_000_000)

/// The demo district with its services, and the search over it.
struct SearchHouse: Sendable {
    let database: Database
    let module: Module
    let finding: Finding

    init() async throws {
        database = try await TestDatabase.make()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let library = ServiceLibrary(database)
        let search = try SiteSearch(
            library: library, directory: Directory(database), sources: [], database: database)
        (module, finding) = (try search.module(), search.finding)
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .services(library), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        try await library.seed(at: noon)
    }

    /// Publishes something with this title.
    func put(
        _ title: String, key: String? = nil, kind: SearchKind = .notice, day: String = "2026-11-01",
        text: String = "",
        summary: String = ""
    ) async throws {
        let document = SearchDocument(
            source: "test", key: key ?? title, kind: kind, organ: "scjg", title: title, summary: summary,
            address: "/test/\(title.count)", date: try #require(CivilDate(iso: day)), text: text)
        try await database.write { try SearchIndex.put(document, in: $0) }
    }

    func answer(_ words: String, after: String? = nil) async throws -> Answer {
        try await finding.answer(Inquiry { $0 == "q" ? words : nil }, after: after)
    }

    func visit<T: Sendable>(
        as name: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account: Account? = if let name { try await account(name) } else { nil }
        let router = makeRouter(routes: module.routes, settings: WebSettings(now: { noon })) { _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: noon) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    private func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func entries(_ action: String) async throws -> [JournalEntry] {
        var search = JournalSearch()
        search.action = action
        return try await database.read { [search] in
            try search.page(after: nil, limit: 50, in: $0).entries.map(\.entry)
        }
    }
}
