import Cases
import Files
import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import ServiceRequests
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Cockpit
@testable import Identity

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

extension Instant {
    func days(_ count: Int) -> Instant { adding(seconds: count * 86_400) }
}

/// The demo district with cases, and the cockpit over it.
struct CockpitHouse: Sendable {
    let database: Database
    let routes: [Route]
    let counting: Counting
    let briefing: Briefing

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "cockpit-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let directory = Directory(database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202", clock: { noon }
        )
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let sources = CockpitSources(
            cards: { _ in
                [
                    .init(level: "red", organ: "scjg", count: 2),
                    .init(level: "yellow", organ: "zjj", count: 1),
                ]
            },
            cardsPath: { level, organ in "/cards?level=\(level)" + (organ.map { "&organ=\($0)" } ?? "") },
            streets: { now, tx in
                try ServiceRequests.streets(at: now, in: tx).map {
                    .init(code: $0.division, open: $0.open, overdue: $0.overdue)
                }
            },
            streetCases: { code, overdueAt, after, limit, tx in
                try ServiceRequests.open(
                    inStreet: code, overdueAt: overdueAt, after: after, limit: limit, in: tx)
            })
        let module = try Cockpit(
            database: database, directory: directory, outbox: Outbox(), sources: sources
        ).module()
        let requests = try ServiceRequests(
            cases: cases, directory: directory, files: files, outbox: Outbox(), database: database
        ).module()
        routes = module.routes
        counting = Counting(database: database, sources: sources)
        briefing = Briefing(database: database, outbox: Outbox())
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(), requests, module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// A case with a promised clock; done at a time, or not yet.
    static func file(
        _ id: Int64, organ: String = "scjg", subject: String = "S", kind: String = "application",
        due: Instant? = nil, filed: Instant = noon.days(-20), closed: Instant? = nil, street: String? = nil,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                applicant_name, applicant_code, filed_by, filed_at, phase, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision, kind, due_at, closed_at)
            VALUES (\(id), \("N\(id)"), 0, \(subject), \("事项 \(subject)"), \(organ), 'person', '甲', '1', 1, \(filed),
                \(closed == nil ? "accepted" : "closed"), 1, 'x', '{}', '{}', '{}', '{}', '{}', '{}', 0, \(kind),
                \(due), \(closed))
            """)
        try tx.execute(
            """
            INSERT INTO case_clock (id, case_id, name, limit_value, limit_unit, started_at, pauses, extensions,
                calendar_version, due_at, stopped_at)
            VALUES (\(id + 1_000_000), \(id), 'promised', 10, 'working_day', \(filed), '[]', '[]', 1, \(due), \(closed))
            """)
        guard let street else { return }
        try tx.execute(
            """
            INSERT INTO service_request (id, number, process, kind, category, division, organ, office, title, digest,
                is_public, is_protected, people, round, filed_at)
            VALUES (\(id), \("N\(id)"), 'p', 'k', 'c', \(street), \(organ), \(organ), '诉求', 'x', 0, 0, 1, 1, \(filed))
            """)
    }

    func figures() async throws -> CockpitFigures {
        try #require(try await database.read { try FigureStore.figures(in: $0) })
    }

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
