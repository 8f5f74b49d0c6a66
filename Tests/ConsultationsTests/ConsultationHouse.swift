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

@testable import Consultations
@testable import Identity

let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and drafts in it.
struct ConsultationHouse: Sendable {
    let database: Database
    let office: ConsultationOffice
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let module = try Consultations(
            database: database, directory: Directory(database), outbox: Outbox()
        ).module()
        office = ConsultationOffice(
            database: database, directory: Directory(database), outbox: Outbox())
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .messaging(forgettingIn: database), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    static let rules = ConsultationRules(minimumDays: 30, commentsEach: 3, longestComment: 200)
    static let facts = Consultation.Facts(
        title: "端州区养犬管理办法（征求意见稿）", purpose: "犬只扰民的投诉多了，要明确责任。",
        closesOn: noon.day.adding(days: 30), shortReason: nil)
    static let writer = Actor(accountID: 11, name: "写的人", channel: "page", address: "")
    static let head = Actor(accountID: 12, name: "公布的人", channel: "page", address: "")

    static func draft(id: Int64 = 1, _ facts: Consultation.Facts = facts) throws -> Consultation {
        var one = try Consultation.begin(facts, id: id, organ: "cgj", by: writer)
        for (heading, words) in [("第一条", "养犬应当登记。"), ("第二条", "携犬外出应当牵引。")] {
            try one.put(
                try Passage(anchor: "", heading: heading, words: words), seen: one.revision, by: writer)
        }
        return one
    }

    /// A draft that takes comments.
    func open(_ rules: ConsultationRules = rules) async throws -> Consultation {
        try await database.write { tx in
            try rules.publish(by: Self.head, at: noon, in: tx)
            var one = try Self.draft(id: tx.ids.next())
            try one.open(by: Self.head, on: noon.day, rules)
            try ConsultationStore.insert(one, in: tx)
            try ConsultationStore.update(one, in: tx)
            try VersionStore.insert(one, note: "征求意见稿", by: 12, at: noon, in: tx)
            return one
        }
    }

    func say(
        _ words: String, on anchor: String = "", _ one: Consultation, as name: String, at now: Instant = noon
    ) async throws -> Commenting.Outcome {
        let account = try await account(name)
        return try await Commenting(office: office).comment(
            words, on: anchor, of: one.id, as: account, by: account.actor(channel: "page", address: ""),
            at: now)
    }

    func support(_ number: Int, _ one: Consultation, as name: String) async throws {
        let account = try await account(name)
        try await Commenting(office: office).support(
            number, of: one.id, as: account, by: account.actor(channel: "page", address: ""), at: noon)
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
