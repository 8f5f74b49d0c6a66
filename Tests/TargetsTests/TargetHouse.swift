import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Targets

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

/// The demo district with its accounts and targets; figures and the watch are said by the test.
struct TargetHouse: Sendable {
    let database: Database
    let routes: [Route]
    let office: TargetOffice
    let watched = Watched()

    /// What was handed to supervision.
    final class Watched: Sendable {
        private let all = Mutex<[TargetOutside.Milestone]>([])
        var milestones: [TargetOutside.Milestone] { all.withLock { $0 } }
        func take(_ some: [TargetOutside.Milestone]) { all.withLock { $0 += some } }
    }

    init() async throws {
        database = try await TestDatabase.make()
        let (database, watched) = (database, watched)
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let targets = Targets(
            database: database, directory: Directory(database), outbox: Outbox(),
            outside: TargetOutside(
                figures: [.init(key: "filed", name: "收到的办件"), .init(key: "closed", name: "办结的办件")],
                amounts: { _, _, _ in ["filed": 10, "closed": 9] },
                cases: { "/desk/performance/periods/\($1)/organs/\($0)/cases/\($2)" },
                watch: { some, _, _, _ in watched.take(some) },
                signals: { keys, _ in
                    let card = TargetOutside.Signal(level: "黄牌", state: "待处理", path: "/desk/signal")
                    return Dictionary(keys.prefix(1).map { ($0, [card]) }) { first, _ in first }
                }))
        let module = try targets.module()
        (routes, office) = (module.routes, targets.office)
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .messaging(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(name)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { noon })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: noon)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    @discardableResult
    func press(_ name: String, _ path: String, _ form: String = "") async throws -> Int {
        try await visit(as: name) { client async throws in try await client.press(path, form).status.code }
    }

    func look(_ name: String, _ path: String) async throws -> (status: Int, text: String) {
        try await visit(as: name) { client async throws in
            let page = try await client.look(path)
            return (page.status.code, page.text)
        }
    }

    func plans() async throws -> [TargetPlan] {
        try await database.read { try TargetStore.versions(2026, "zjj", in: $0) }
    }
}
