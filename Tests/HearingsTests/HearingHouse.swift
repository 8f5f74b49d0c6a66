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
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Hearings
@testable import Identity

let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and hearings in it.
struct HearingHouse: Sendable {
    let database: Database
    let office: HearingOffice
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "hearings-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let module = try Hearings(
            database: database, directory: Directory(database), files: files, outbox: Outbox()
        ).module()
        office = HearingOffice(
            database: database, directory: Directory(database), files: files, outbox: Outbox())
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .files(files), try .messaging(forgettingIn: database), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    static let rules = HearingRules.delivered
    static let writer = Actor(accountID: 11, name: "写的人", channel: "page", address: "")
    static let head = Actor(accountID: 12, name: "公告的人", channel: "page", address: "")
    static let facts = Hearing.Facts(
        title: "调整管道燃气价格听证会", matter: "居民用气第一档由 3.45 元调为 3.68 元。", place: "区政府第二会议室",
        startsAt: Instant(day: noon.day.adding(days: 40), hour: 9, minute: 30),
        registerBy: noon.day.adding(days: 20),
        seats: [.init(code: "consumer", name: "消费者", seats: 1), .init(code: "expert", name: "专家", seats: 1)])
    /// The day of the hearing.
    static let there = Instant(day: noon.day.adding(days: 40), hour: 9, minute: 30)

    /// One that is announced.
    static func announced() throws -> Hearing {
        var one = try Hearing.begin(facts, id: 1, organ: "fgj", by: writer)
        try one.announce(by: head, on: noon.day, digest: Draw.digest(of: "seed"), rules)
        return one
    }

    /// One that takes registrations, with a seed that tests know.
    func open() async throws -> Hearing {
        try await database.write { tx in
            var one = try Hearing.begin(Self.facts, id: tx.ids.next(), organ: "fgj", by: Self.writer)
            try HearingStore.insert(one, in: tx)
            try one.announce(by: Self.head, on: noon.day, digest: Draw.digest(of: "seed"), Self.rules)
            try HearingStore.update(one, in: tx)
            try HearingStore.keepSecret("seed", of: one.id, in: tx)
            return one
        }
    }

    func register(_ name: String, as role: String = "consumer", for one: Hearing, at now: Instant = noon)
        async throws
        -> Int
    {
        let account = try await account(name)
        return try await Registering(office: office).register(
            role: role, view: "希望听听各方意见。", for: one.id, as: account,
            by: account.actor(channel: "page", address: ""), at: now)
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String? = nil, at now: Instant = noon,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account: Account? = if let name { try await account(name) } else { nil }
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: now) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
