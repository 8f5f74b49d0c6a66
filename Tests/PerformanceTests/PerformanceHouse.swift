import Accountability
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
import Ratings
import ServiceRequests
import Storage
import Supervision
import SupervisionOrders
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Performance

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

func day(_ iso: String) -> Instant { Instant(day: CivilDate(iso: iso) ?? .first, hour: 10) }

/// The demo district with its accounts, and performance beside what it counts.
struct PerformanceHouse: Sendable {
    let database: Database
    let routes: [Route]
    let assessing: Assessing
    let office: PerformanceOffice

    init() async throws {
        database = try await TestDatabase.make()
        let (database, directory, outbox) = (database, Directory(database), Outbox())
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "performance-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202", clock: { noon }
        )
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try Performance(
            database: database, files: files, outbox: outbox,
            complaint: "/requests/form?category=conduct"
        ).module()
        routes = module.routes
        assessing = Assessing(database: database)
        office = PerformanceOffice(database: database, files: files, outbox: outbox)
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(),
            try Ratings(database: database, directory: directory, cases: cases, outbox: outbox).module(),
            try ServiceRequests(
                cases: cases, directory: directory, files: files, outbox: outbox, database: database
            ).module(),
            try Supervision(database: database, directory: directory, outbox: outbox).module(),
            try SupervisionOrders(
                database: database, cases: cases, directory: directory, outbox: outbox, files: files
            ).module(),
            try Accountability(
                database: database, cases: cases, directory: directory, outbox: outbox,
                grounds: InquiryGrounds(
                    signal: { _, _, _ in nil }, order: { _, _, _ in nil }, complaint: { _, _, _ in nil },
                    places: { _, _ in nil })
            ).module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        try await database.write { try ModelStore.install(in: $0) }
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func report(_ period: String, _ organ: String) async throws -> SelfReport? {
        let period = try #require(Period(period))
        return try await database.read { try ReportStore.report(period, organ, "reform", in: $0) }
    }

    func appeals(_ period: String, _ organ: String) async throws -> [ScoreAppeal] {
        let period = try #require(Period(period))
        return try await database.read { try AppealStore.appeals(of: organ, in: period, $0) }
    }

    /// One post more for somebody.
    func give(_ account: Int64, _ role: String, in organ: String) async throws {
        _ = try await database.write { tx in
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(account), \(organ), \(role))")
        }
    }

    /// A finished case with a promise, kept or not, and one step done by an officer.
    func finish(
        _ id: Int64, _ organ: String = "scjg", on closed: Instant, isLate: Bool = false, by: Int64 = 7,
        office: String? = nil
    )
        async throws
    {
        let (filed, due) = (
            closed.adding(seconds: -8 * 86_400), closed.adding(seconds: isLate ? -86_400 : 86_400)
        )
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                    applicant_name, applicant_code, filed_by, filed_at, phase, process_version, query_code, plan,
                    applicant, filing, parts, form, body, revision, kind, closed_at)
                VALUES (\(id), \("N\(id)"), 0, 'S', '食品经营许可', \(organ), 'person', '甲', '1', 1, \(filed),
                    'closed', 1, 'x', '{}', '{}', '{}', '{}', '{}', '{}', 0, 'application', \(closed))
                """)
            try tx.execute(
                """
                INSERT INTO case_clock (id, case_id, name, limit_value, limit_unit, started_at, pauses, extensions,
                    calendar_version, due_at, stopped_at)
                VALUES (\(id + 1_000_000), \(id), 'promised', 10, 'working_day', \(filed), '[]', '[]', 1, \(due),
                    \(closed))
                """)
            try tx.execute(
                """
                INSERT INTO case_task (id, case_id, element, name, act, organ, role, outcomes, opened_at, due_at, state,
                    outcome, missing, completed_by, completed_by_name, completed_at, office)
                VALUES (\(id + 2_000_000), \(id), 'decide', '决定', 'decide', \(organ), 'officer', '[]', \(filed),
                    \(due), 'completed', 'grant', '[]', \(by), '某人', \(closed),
                    \(office))
                """)
        }
    }

    func assessment(_ period: String) async throws -> Assessment {
        let period = try #require(Period(period))
        return try #require(try await database.read { try Assessment(period, in: $0) })
    }

    func freeze(_ period: String, at now: Instant) async throws {
        let period = try #require(Period(period))
        try await database.write { try PeriodStore.ask(period, by: 5, "甲", at: now, in: $0) }
        try await assessing.freezeAsked(at: now)
    }

    /// Another version of the model, in force from a day on.
    func switchOn(_ text: String, from day: String) async throws {
        try await database.write { tx in
            let version = try ModelStore.versions(in: tx).count + 1
            try ModelStore.insert(
                ModelVersion(
                    id: tx.ids.next(), version: version, body: text, state: .on, onFrom: CivilDate(iso: day),
                    editedBy: 5, editedByName: "甲", approvedBy: 6, approvedByName: "乙"), in: tx)
        }
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
