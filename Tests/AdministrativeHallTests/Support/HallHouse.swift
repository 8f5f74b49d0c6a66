import Codes
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Messaging
import Modules
import NIOCore
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import AdministrativeHall
@testable import Identity

/// Monday morning, when the hall has just opened.
let morning = Instant(day: CivilDate(iso: "2026-11-30") ?? .first, hour: 9, minute: 5)

/// A clock that tests set.
final class HallClock: Sendable {
    private let time = Mutex(morning)

    var now: Instant { time.withLock { $0 } }

    func set(_ now: Instant) { time.withLock { $0 = now } }

    func advance(minutes: Int) { time.withLock { $0 = $0.adding(seconds: 60 * minutes) } }
}

/// The demo district with one hall: two groups, three windows, three clerks.
struct HallHouse: Sendable {
    let database: Database
    let clock = HallClock()
    let halls: AdministrativeHall
    let files: FileStore
    let module: Module
    let hall: Int64
    /// By letter.
    let groups: [String: Int64]
    /// By number.
    let windows: [Int: Int64]

    init(connections: Int = 2, rules: HallRules = HallRules(), capacity: Int = 2) async throws {
        let database = try await TestDatabase.make(connections: connections)
        self.database = database
        let folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database, limitBytes: 1 << 20)
        self.files = files
        halls = AdministrativeHall(
            database: database, outbox: Outbox(), kiosks: ["local": "一楼自助机"],
            site: "https://minben.example", files: files, applicant: { _, _ in nil },
            clock: { [clock] in clock.now })
        module = try halls.module()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .messaging(), try .files(files), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(
            into: database, hasher: try PasswordHasher(cost: .least), at: morning)
        (hall, groups, windows) = try await Self.fill(database, rules, capacity)
    }

    private static func fill(_ database: Database, _ rules: HallRules, _ capacity: Int) async throws -> (
        Int64, [String: Int64], [Int: Int64]
    ) {
        let admin = Actor(
            accountID: 0, name: "戴启明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")
        let setup = HallSetup(database: database)
        let id = try await setup.add("政务服务中心", address: "星湖大道 11 号", organ: "zwfw", by: admin, at: morning)
        try await setup.change(id, by: admin, at: morning) { $0.rules = rules }
        try await setup.setGroups(
            [
                .init(letter: "A", name: "市场准入", words: "开办企业", organs: ["scjg"], capacity: capacity),
                .init(letter: "B", name: "社会民生", words: "社保", organs: ["rsj"], capacity: capacity),
            ], of: id, by: admin, at: morning)
        try await setup.setWindows([1: ["A"], 2: ["A", "B"], 3: ["B"]], of: id, by: admin, at: morning)
        try await setup.setClerks(
            ["clerk": ["A", "B"], "window-1": ["A"], "window-2": ["B"]], of: id, by: admin, at: morning)
        return try await database.read { tx in
            let groups = try HallStore.groups(of: id, in: tx).map { ($0.letter, $0.id) }
            let windows = try HallStore.windows(of: id, in: tx).map { ($0.number, $0.id) }
            return (
                id, Dictionary(groups, uniquingKeysWith: { $1 }),
                Dictionary(windows, uniquingKeysWith: { $1 })
            )
        }
    }

    func account(_ name: String) async throws -> Account {
        let day = clock.now.day
        return try #require(try await database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.7")
    }

    /// Somebody books.
    func book(_ name: String, _ letter: String = "A", at start: Instant) async throws -> Appointment {
        let account = try await account(name)
        return try await halls.appointments.book(
            .init(
                hallID: hall, groupID: try #require(groups[letter]), startsAt: start, holder: Holder(account)),
            by: account.actor(channel: "page", address: ""), at: clock.now)
    }

    /// Somebody takes a ticket at the machine.
    func take(_ letter: String = "A", disabled: Bool = false, identity: String? = nil) async throws -> Ticket
    {
        let visitor = Actor(accountID: 0, name: "访客", channel: "page", address: "")
        let wish = Tickets.Wish(
            hallID: hall, groupID: try #require(groups[letter]),
            identityNumber: try identity.map { try IdentityNumber($0) }, isDisabled: disabled)
        return try await halls.tickets.take(wish, by: visitor, at: clock.now)
    }

    func window(_ number: Int) throws -> Int64 { try #require(windows[number]) }

    func open(_ number: Int, by name: String) async throws {
        try await halls.work.open(window(number), by: actor(name), at: clock.now)
    }

    func callNext(_ number: Int, by name: String) async throws -> Ticket? {
        try await halls.work.callNext(at: window(number), by: actor(name), at: clock.now)
    }

    func act(_ action: WindowAction, _ number: Int, by name: String) async throws {
        try await halls.work.act(action, at: window(number), by: actor(name), at: clock.now)
    }

    /// What somebody was told, the newest first.
    func told(_ name: String) async throws -> [String] {
        let id = try await account(name).id
        return try await database.read { tx in
            try tx.rows("SELECT * FROM message WHERE account_id = \(id) ORDER BY id DESC LIMIT 20").map {
                Sentence(template: try $0.text("template"), parameters: try $0.json("parameters")).chinese
            }
        }
    }

    /// Opens the pages to an account, or to a stranger.
    func visit<T: Sendable>(
        as name: String? = nil, routes: [Route]? = nil,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let halls = halls
        var account: Account?
        if let name { account = try await self.account(name) }
        let router = makeRouter(
            routes: routes ?? module.routes, settings: WebSettings(now: { [clock] in clock.now })
        ) {
            [account] request in
            if let scanner = try await halls.principal(of: request) { return scanner }
            return account.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
