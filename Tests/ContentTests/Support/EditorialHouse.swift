import Cases
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Refusals
import Search
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let instant = Mutex(Samples.noon)

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}

/// The demo district with an office: a portal of three columns, and the people of the demo in their places.
struct EditorialHouse: Sendable {
    let database: Database
    let cases: Cases
    let editions: Editions
    let files: FileStore
    let sites: Sites
    let settings: WebSettings
    let routes: [Route]
    let clock = HandClock()

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        settings = WebSettings(now: { [clock] in clock.now })
        let cache = PageCache(settings: settings)
        let directory = Directory(database)
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { [clock] in clock.now })
        let content = try Content(
            database: database, cases: cases, files: files, directory: directory, cache: cache,
            hosts: settings.hosts, moved: settings.moved, board: settings.board, outbox: Outbox(),
            library: ServiceLibrary(database), translations: settings.translations,
            publicAddress: "https://www.example.gov.cn", identifier: "4412020000")
        editions = Editions(
            database: database, cases: cases, files: files, directory: directory, cache: cache,
            leaks: try LeakCheck.delivered(), themes: try Themes.delivered(), outbox: Outbox())
        sites = Sites(database: database, cache: cache, hosts: settings.hosts)
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try content.module()
        routes = module.routes
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(), module,
        ]
        try await database.migrate(modules.migrations + SearchIndex.migrations())
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database)
        try await processes.install(try Content.processFiles(), in: database, at: clock.now)
    }

    /// The portal, with the people of the demo in all its columns; gives the columns by code.
    func portal() async throws -> [String: Column] {
        let draft = SiteDraft(
            code: "duanzhou", name: "端州区门户", motto: "", organ: "zfb", accent: .blue, host: nil,
            template: nil)
        let id = try await sites.make(draft, isPortal: true, by: .system, at: clock.now)
        for column in SiteTemplate.department.columns
        where ["dynamics", "notices", "policies"].contains(column.code) {
            try await sites.add(column, to: id, by: .system, at: clock.now)
        }
        let columns = try await database.read { try SiteStore.columns(of: id, in: $0) }
        for column in columns {
            for (login, role) in [
                ("editor", Role.editor), ("reviewer", .reviewer), ("publisher", .publisher),
            ] {
                try await sites.post(
                    login, as: role, in: column.id, isGiven: true, by: .system, at: clock.now)
            }
        }
        return Dictionary(uniqueKeysWithValues: columns.map { ($0.code, $0) })
    }

    func account(_ login: String) async throws -> Account {
        let day = clock.now.day
        let account = try await database.read { try Accounts.account(named: login, on: day, in: $0) }
        return try #require(account)
    }

    func seat(_ login: String) async throws -> Seat {
        let account = try await account(login)
        return Seat(
            viewer: account.viewer, actor: account.actor(channel: "page", address: "192.0.2.1"),
            roles: account.roles)
    }

    /// Gives a second post to somebody, so that one person could do everything if nobody minded.
    func everyRole(to login: String, in column: Column) async throws -> Seat {
        let seat = try await seat(login)
        let roles: [Role] = [.editor, .reviewer, .publisher]
        try await database.write { tx in
            for role in roles {
                try tx.execute(
                    """
                    INSERT INTO content_post (column_id, account_id, role)
                    VALUES (\(column.id), \(seat.actor.accountID), \(role)) ON CONFLICT (column_id, account_id, role) DO NOTHING
                    """)
            }
        }
        return Seat(viewer: seat.viewer, actor: seat.actor, roles: Set(roles))
    }

    /// Opens the pages, to an account or to anybody.
    func visit<T: Sendable>(
        as login: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let login { account = try await self.account(login) }
        let router = makeRouter(routes: routes, settings: settings) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
