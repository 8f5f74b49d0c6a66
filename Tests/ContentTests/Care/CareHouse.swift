import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Messaging
import Modules
import Refusals
import RequestDoors
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

/// What others say of a site, as a test wants it.
final class Outside: Sendable {
    private struct State {
        var waiting = 0
        var found = ["/sites/duanzhou"]
        var pages: [String: Bool] = ["/services": true]
    }
    private let state = Mutex(State())

    func wait(_ requests: Int) { state.withLock { $0.waiting = requests } }
    func findNothing() { state.withLock { $0.found = [] } }
    func know(_ path: String, _ isThere: Bool) { state.withLock { $0.pages[path] = isThere } }

    var facts: OutsideFacts {
        OutsideFacts(waiting: { [self] _, _ in
            state.withLock { $0.waiting == 0 ? [] : [("区财政局", $0.waiting)] }
        }) {
            [self] _ in state.withLock(\.found)
        }
    }

    var pages: KnownPages { KnownPages(knows: { [self] path in state.withLock { $0.pages[path] } }) }
}

/// The editorial house with what keeps its sites in order.
struct CareHouse: Sendable {
    let house: EditorialHouse
    let outside = Outside()
    let module: Module
    let inspector: Inspector
    let columns: [String: Column]
    let site: ContentSite

    var database: Database { house.database }
    var now: Instant { house.clock.now }

    init(door: RequestDoor? = nil) async throws {
        house = try await EditorialHouse()
        columns = try await house.portal()
        let content = try Content(
            database: house.database, cases: house.cases, files: house.editions.files,
            directory: Directory(house.database), cache: PageCache(settings: house.settings),
            hosts: house.settings.hosts, moved: house.settings.moved, board: house.settings.board,
            library: ServiceLibrary(house.database), translations: house.settings.translations,
            publicAddress: "https://www.example.gov.cn", identifier: "4412020000")
        module = try content.care(outbox: Outbox(), outside: outside.facts, pages: outside.pages, door: door)
        inspector = Inspector(
            database: house.database, book: try InspectionBook(), outside: outside.facts)
        site = try await house.database.read { try #require(try SiteStore.portal(in: $0)) }
    }

    func column(_ code: String) throws -> Column { try #require(columns[code]) }

    /// Publishes something in every column.
    func publishEverywhere() async throws {
        for (code, column) in columns.sorted(by: { $0.key < $1.key }) {
            let text = column.kind == .policy ? Samples.policy("办法") : Samples.article("内容\(code)")
            try await house.publish(text, in: column)
        }
    }

    /// Lets days pass.
    func pass(days: Int) { house.clock.now = now.adding(seconds: days * 86_400) }

    /// Does the work of a job.
    func run(_ name: String) async throws {
        let job = try #require(module.jobs.first { $0.name == name })
        try await job.run(now)
    }

    func card() async throws -> ScoreCard { try await inspector.card(of: site, at: now) }

    func line(_ code: String) async throws -> ScoreCard.Line {
        let card = try await card()
        return try #require((card.vetoes + card.deductions).first { $0.code == code })
    }

    /// What an account was told.
    /// What somebody was told, but for what waits for them in the office.
    func messages(of login: String) async throws -> [String] {
        let id = try await house.account(login).id
        let all = try await database.read { try Inbox(of: id).messages(in: $0).items }
        return all.filter { !$0.subject.hasPrefix(ContentPath.edition("")) }.map(\.sentence.chinese)
    }

    func entries(_ action: String) async throws -> [JournalEntry] {
        var search = JournalSearch()
        search.action = action
        return try await database.read { [search] in
            try search.page(after: nil, limit: 50, in: $0).entries.map(\.entry)
        }
    }

    func visit<T: Sendable>(
        as login: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let login { account = try await house.account(login) }
        // Where the token of a form comes from: for somebody who is not signed in no other page holds one.
        let form = Route.get("/no-such-page", .anyone, "表单") { request, _ in
            .page(Page("表单", body: PostButton("提交", action: "/", token: request.csrf).html))
        }
        let router = makeRouter(routes: house.routes + module.routes + [form], settings: house.settings) {
            [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
