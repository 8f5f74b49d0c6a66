import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Modules
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import OpenID

/// A clock that stands still until a test moves it.
final class Standing: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_795_226_400_000))

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// The sample district with its accounts, as the provider of a sign-in for others.
struct OpenIDHouse: Sendable {
    static let issuer = "https://minben.example"

    let clock = Standing()
    let database: Database
    let identity: Identity
    let openID: OpenID
    private let routes: [Route]
    private let jobs: [Job]

    init() async throws {
        database = try await TestDatabase.make()
        let hasher = try PasswordHasher(cost: .least)
        identity = Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false), hasher: hasher)
        openID = OpenID(
            database: database, directory: Directory(database),
            settings: OpenIDSettings(issuer: Self.issuer, secret: Array(repeating: 7, count: 32)),
            identity: identity, clock: { [clock] in clock.now })
        let module = try openID.module()
        let modules = try [Module.journal(), Jobs.tables(), .government(), identity.module(), module]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: hasher, at: clock.now)
        routes = modules.flatMap(\.routes)
        jobs = module.jobs
    }

    var clients: Clients { Clients(database: database) }

    func actor(_ name: String) async throws -> Actor {
        let day = clock.now.day
        let account = try #require(
            try await database.read { try Accounts.account(named: name, on: day, in: $0) })
        return account.actor(channel: "page", address: "192.0.2.7")
    }

    /// Takes a program in, as the two administrators would.
    func register(
        _ terms: ClientTerms = .parking, named name: String? = nil
    ) async throws -> Program {
        var terms = terms
        if let name { terms.name = name }
        let (asker, decider, now) = (try await actor("sysadmin"), try await actor("secadmin"), clock.now)
        try await clients.ask(.register, terms, for: nil, reason: "接入申请", by: asker, at: now)
        let open = try #require(try await clients.all(after: nil).open.last)
        _ = try await clients.settle(open.id, by: decider, at: now) {
            try $0.approve(remark: "", by: decider, at: now)
        }
        guard terms.kind == .confidential else {
            return Program(clientID: "minben-\(open.client)", id: open.client, secret: nil, terms: terms)
        }
        let (client, secret) = try await clients.renewSecret(of: open.client, by: asker, at: now)
        return Program(clientID: client.clientID, id: client.id, secret: secret.text, terms: terms)
    }

    /// Runs a story against the pages of the provider and those that people sign in on.
    func browse<T: Sendable>(
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let web = WebSettings(now: { [clock] in clock.now })
        let router = makeRouter(routes: routes, settings: web) { [openID, identity] in
            if let program = try await openID.principal(of: $0) { return program }
            return try await identity.authenticator.principal(of: $0)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// The entries of an action, the oldest first.
    func entries(_ action: String) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT action FROM journal_entry WHERE action = \(action) ORDER BY id /* all */")
                .map { try $0.text("action") }
        }
    }

    /// Runs a periodic job once.
    func run(_ name: String) async throws {
        let job = try #require(jobs.first { $0.name == name })
        try await job.run(clock.now)
    }

    func count(_ table: SQL) async throws -> Int {
        try await database.read {
            try #require(try $0.row("SELECT COUNT(*) AS n FROM \(table) /* all */")).int("n")
        }
    }
}

extension ClientTerms {
    /// 智慧停车, a program with a server of its own.
    static let parking = ClientTerms(
        name: "智慧停车", organ: "zjj", kind: .confidential, redirectURIs: ["https://parking.example/callback"],
        logoutURIs: ["https://parking.example/bye"], backChannelURI: "https://parking.example/logged-out",
        scopes: Scope.allCases, sector: "parking.example", algorithm: .rs256, isFirstParty: false)

    /// 图书馆, another one.
    static let library = ClientTerms(
        name: "图书馆", organ: "zjj", kind: .confidential, redirectURIs: ["https://library.example/callback"],
        logoutURIs: ["https://library.example/bye"], backChannelURI: nil, scopes: [.openid, .profile],
        sector: "library.example", algorithm: .es256, isFirstParty: true)

    /// An application on a telephone.
    static let app = ClientTerms(
        name: "掌上端州", organ: "zjj", kind: .open, redirectURIs: ["cn.gov.duanzhou:/callback"], logoutURIs: [],
        backChannelURI: nil, scopes: [.openid, .profile], sector: "duanzhou", algorithm: .es256,
        isFirstParty: false)
}
