import Cases
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Supervision

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

extension Instant {
    func days(_ count: Int) -> Instant { adding(seconds: count * 86_400) }
}

/// The demo district with its accounts, and supervision.
struct SupervisionHouse: Sendable {
    let database: Database
    let routes: [Route]
    let watching: Watching

    /// - Parameter ordered: the order that came of every signal.
    init(rules: [SupervisionRule]? = nil, ordered: Link? = nil) async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "supervision-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202", clock: { noon }
        )
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try Supervision(
            database: database, directory: Directory(database), outbox: Outbox(), orders: "/desk/orders-new",
            ordered: { _, _, _ in ordered }
        ).module()
        routes = module.routes
        watching = Watching(database: database, outbox: Outbox())
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        for rule in rules ?? [] { try await put(rule) }
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// A rule that is on since long ago.
    @discardableResult
    func put(_ rule: SupervisionRule, by editor: Int64 = 0) async throws -> RuleVersion {
        try await database.write { tx in
            let version = RuleVersion(
                id: tx.ids.next(), version: 1, rule: rule, state: .on, onFrom: noon.day.adding(days: -400),
                editedBy: editor, editedByName: "某人")
            try RuleStore.insert(version, in: tx)
            return version
        }
    }

    static func rule(
        _ key: String = "over", _ level: SupervisionRule.Level = .yellow,
        scope: SupervisionRule.Scope = .clock,
        moment: RuleMoment? = RuleMoment(anchor: .due, isBefore: false, amount: 0, unit: .day),
        _ condition: String = "not(clock.paused)", perMinute: Int = 2_000
    ) -> SupervisionRule {
        SupervisionRule(
            key: key, name: "规则 \(key)", basis: "试验", scope: scope, moment: moment, condition: condition,
            level: level, tells: [.holder, .head], perMinute: perMinute, appealDays: 3, decisionDays: 5)
    }

    /// A case with a promised clock of ten working days, of whatever kind.
    func file(
        _ id: Int64, organ: String = "scjg", kind: String = "application", due: Instant? = nil,
        pauses: [Pause] = [], filed: Instant = noon.days(-20)
    ) async throws {
        try await database.write { tx in
            try Self.insert(id, organ, kind, due, pauses, filed, in: tx)
        }
    }

    static func insert(
        _ id: Int64, _ organ: String, _ kind: String, _ due: Instant?, _ pauses: [Pause], _ filed: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                applicant_name, applicant_code, filed_by, filed_at, phase, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision, kind)
            VALUES (\(id), \("N\(id)"), 0, 'S', '食品经营许可', \(organ), 'person', '甲', '1', 1, \(filed),
                'accepted', 1, 'x', '{}', '{}', '{}', '{}', '{}', '{}', 0, \(kind))
            """)
        try tx.execute(
            """
            INSERT INTO case_clock (id, case_id, name, limit_value, limit_unit, started_at, pauses, extensions,
                calendar_version, due_at)
            VALUES (\(id + 1_000_000), \(id), 'promised', 10, 'working_day', \(filed), \(encodeJSON(pauses)), '[]', 1,
                \(due))
            """)
    }

    /// What is written in the journal gets its place, as the sequencer gives it.
    func place(_ entries: [(subject: String, action: String)], at now: Instant = noon) async throws {
        try await database.write { tx in
            var place = try Journal.placedCount(in: tx)
            for (subject, action) in entries {
                let actor = Actor(accountID: 9, name: "某人", channel: "page", address: "")
                let stored = try Journal.append(
                    JournalEntry(at: now, actor: actor, action: action, subject: subject, sentence: "做了。"),
                    in: tx)
                try tx.execute("UPDATE journal_entry SET leaf_index = \(place) WHERE id = \(stored.id)")
                place += 1
            }
        }
    }

    func signals(_ filter: SignalFilter = SignalFilter()) async throws -> [Signal] {
        try await database.read { try SignalStore.signals(filter, after: nil, in: $0).items }
    }

    /// What somebody was told, in words.
    func messages(to name: String) async throws -> [String] {
        let id = try await account(name).id
        return try await database.read {
            try Inbox(of: id).messages(limit: 50, in: $0).items.map(\.sentence.chinese)
        }
    }

    func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, at now: Instant = noon,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(name)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: now)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
