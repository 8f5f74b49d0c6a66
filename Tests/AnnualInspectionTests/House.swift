import Government
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import AnnualInspection
@testable import Identity

/// A morning in November 2026.
let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and the annual inspections.
struct House: Sendable {
    /// 肇庆端州星湖餐饮有限公司.
    static let xinghu = "91441202MA4W12346L"
    static let lines = "【市场监督管理局】\n年末从业人数｜整数｜人\n【消防救援大队】\n疏散通道｜单选｜畅通、占用\n检测日期｜日期"

    let database: Database
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let module = try AnnualInspection(
            database: database, directory: Directory(database), outbox: Outbox()
        ).module()
        routes = module.routes
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .messaging(), try .government(),
            try identity.module(),
            module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    /// Opens the pages as somebody, now or so many days later.
    func visit<T: Sendable>(
        as login: String, after days: Int = 0,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let now = noon.adding(seconds: days * 86_400)
        let account = try await database.read { try Accounts.account(named: login, on: now.day, in: $0) }
        let known = try #require(account)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            SignedIn(account: known, sessionID: known.name, provedAt: now)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    func press(_ path: String, _ form: String = "", as login: String, after days: Int = 0) async throws
        -> TestResponse
    {
        try await visit(as: login, after: days) { try await $0.press(path, form) }
    }

    func look(_ path: String, as login: String, after days: Int = 0) async throws -> TestResponse {
        try await visit(as: login, after: days) { try await $0.look(path) }
    }

    /// A year that is open for ten days, with 星湖 on its list; the officer of the market bureau wrote it, the head
    /// published it.
    func open(_ year: Int = 2026, _ lines: String = Self.lines) async throws {
        let (from, to) = (noon.day.iso, noon.day.adding(days: 10).iso)
        let form = "year=\(year)&opens_on=\(from)&closes_on=\(to)&parts=\(lines)"
        let made = try await press("/desk/inspections-new", form, as: "officer-scjg")
        try #require(made.status == .seeOther)
        _ = try await press("/desk/inspections/\(year)/roster", "codes=\(Self.xinghu)", as: "officer-scjg")
        let published = try await press("/desk/inspections/\(year)/publication", as: "head-scjg")
        try #require(published.status == .seeOther)
    }

    /// What 星湖 says.
    func file(_ form: String = "form.scjg_1=18&form.xfjy_1=畅通&form.xfjy_2=2026-08-20", _ year: Int = 2026)
        async throws -> TestResponse
    {
        try await press("/my/inspections/\(year)/\(Self.xinghu)", form, as: "chenjing")
    }

    /// The filing of 星湖.
    func filing(_ year: Int = 2026) async throws -> InspectionFiling {
        try await database.read { tx in
            let plan = try #require(try InspectionStore.plan(of: year, in: tx))
            return try #require(try FilingStore.filing(of: Self.xinghu, in: plan.id, tx))
        }
    }
}
