import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import RuleBooks
import Search
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Bulletins
@testable import Identity

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)
let writer = Actor(accountID: 11, name: "写的人", channel: "page", address: "")
let other = Actor(accountID: 12, name: "审的人", channel: "page", address: "")

func period(_ text: String) throws -> BulletinPeriod { try #require(BulletinPeriod(text)) }

/// The demo district with its accounts, and bulletins written from figures that the test names.
struct BulletinHouse: Sendable {
    let database: Database
    let office: BulletinOffice
    private let routes: [Route]

    /// - Parameter months: what all organs did together.
    init(_ months: [String: [String: Int]] = BulletinHouse.busy) async throws {
        database = try await TestDatabase.make()
        let bulletins = try Bulletins(
            database: database, sources: Self.sources(months), publicAddress: "https://example.gov.cn")
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        office = bulletins.office
        let module = try bulletins.module()
        routes = module.routes
        let modules: [Module] = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try RuleBooks.module(), Module(name: "search", migrations: try SearchIndex.migrations()), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    static let busy = [
        "2025-10": ["filed": 900, "promised_ended": 800, "promised_kept": 760, "promised_late": 40],
        "2026-09": [
            "filed": 1_000, "closed": 950, "promised_ended": 900, "promised_kept": 855, "promised_late": 45,
        ],
        "2026-10": [
            "filed": 1_031, "closed": 990, "promised_ended": 1_000, "promised_kept": 973, "promised_late": 27,
            "yellow_cards": 3, "rated": 200, "satisfied": 190,
        ],
    ]

    /// Three organs of which one merged, and two kinds of signals.
    static func sources(_ months: [String: [String: Int]]) -> BulletinSources {
        let now = [("scjg", "市场监督管理局", 9_620, ""), ("zjj", "住房和城乡建设局", 8_510, "含并入部门合并以后的办件")]
        let before = ["scjg": 9_700, "zjj": 8_000]
        return BulletinSources(
            assessed: { name, _ in
                .init(
                    isFrozen: name == "2026-09",
                    organs: now.map { key, organ, points, remark in
                        .init(
                            key: key, name: organ, points: name == "2026-10" ? points : before[key],
                            amounts: ["filed": 500, "promised_late": key == "zjj" ? 27 : 0], remark: remark)
                    })
            },
            totals: { wanted, _ in months.filter { wanted.contains($0.key) } },
            signals: { from, _, _ in
                guard from.day.month == 10, !months.isEmpty else { return [] }
                return [
                    .init(
                        organ: "zjj",
                        .init(name: "反复退回申请材料", level: "yellow", count: 3, confirmed: 3, withdrawn: 1)),
                    .init(
                        organ: "zjj",
                        .init(name: "三次催办未办", level: "warning", count: 5, confirmed: 0, withdrawn: 0)),
                ]
            },
            standing: { _ in .init(at: noon, open: 210, overdue: 12) })
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// October's bulletin, written by nobody yet.
    func drafted(_ name: String = "2026-10") async throws -> Bulletin {
        let period = try period(name)
        try await office.generate(period, by: .system, at: noon)
        return try await database.read { try BulletinStore.bulletin(period, in: $0) }
    }

    /// October's bulletin, for everybody.
    func published() async throws -> PublishedBulletin {
        let period = try await drafted().period
        return try await database.write { tx in
            try office.change(period, "bulletin.approved", "审定", by: other, at: noon, in: tx) {
                try $0.approve(by: other)
            }
            try office.publish(period, by: other, at: noon, in: tx)
            return try EditionStore.published(period, in: tx)
        }
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
