import Cases
import Files
import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Licences
import Messaging
import Modules
import RuleBooks
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Reengineering

/// The sample district with cases of one service, and those who analyse them.
struct AnalysisHouse: Sendable {
    /// Tuesday 2026-11-24, noon in China.
    static let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

    let database: Database
    let library: ServiceLibrary
    let processes: ProcessLibrary
    let nightly: Job
    let routes: [Route]
    let scope: AnalysisScope

    init() async throws {
        database = try await TestDatabase.make(isHandedOn: false)
        let folder = FileManager.default.temporaryDirectory.appending(path: "analysis-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { Self.noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        library = ServiceLibrary(database)
        processes = cases.processes
        let licences = Licences(
            database: database, cases: cases, directory: Directory(database),
            signers: try LicenceSigners(TestDatabase.keys.get(), atMilliseconds: 1), outbox: Outbox())
        let module = try Reengineering(
            database: database, services: library, directory: Directory(database),
            processes: cases.processes
        ).module()
        routes = module.routes
        nightly = try #require(module.jobs.first)
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(library), try licences.module(), try RuleBooks.module(), module,
        ]
        try await database.migrate(modules.migrations)
        // What was done is walked along by an index that stands with the scores of organs.
        _ = try await database.write {
            try $0.execute(
                "CREATE INDEX performance_task_done ON case_task (completed_at, id) WHERE state = 'completed'"
            )
        }
        try await Government.seed(into: database)
        try await library.seed(at: Self.noon)
        try await Identity.seedDemo(
            into: database, hasher: try PasswordHasher(cost: .least), at: Self.noon)
        let service = try library.service("food-business-licence")
        scope = AnalysisScope(service: service.code, name: service.item.name, year: 2026)
    }

    /// Cases, each reviewed by an officer and then decided by the head, ten minutes each, an hour apart since a Monday at nine.
    /// Those that are taken were taken four minutes after they came up.
    func file(
        _ count: Int, organ: String = "scjg", from first: Int64 = 1, isOpen: Bool = false,
        isTaken: Bool = false
    ) async throws {
        let monday = Instant(day: CivilDate(iso: "2026-03-02") ?? .first, hour: 9)
        try await database.write { tx in
            for id in first..<first + Int64(count) {
                let filed = monday.adding(seconds: Int(id % 3) * 3_600 + Int(id / 3) * 86_400)
                try insert(id, organ, filed, closed: isOpen ? nil : filed.adding(seconds: 1_200), in: tx)
                try work(
                    id * 10, on: id, "review", organ, "officer", 4_242, from: filed,
                    taken: isTaken ? filed.adding(seconds: 240) : nil, in: tx)
                try work(
                    id * 10 + 1, on: id, "decide", organ, "head", 4_243, from: filed.adding(seconds: 600),
                    in: tx)
            }
        }
    }

    private func insert(
        _ id: Int64, _ organ: String, _ filed: Instant, closed: Instant?, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                applicant_name, applicant_code, filed_by, filed_at, phase, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision, kind, closed_at)
            VALUES (\(id), \("N\(id)"), 0, \(scope.service), \(scope.name), \(organ), 'person', '张伟', '441299', 1,
                \(filed), \(closed == nil ? "accepted" : "closed"), 1, 'x',
                '{"process":"sketch","materials":[]}', '{}', '{}', '{}', '{}', '{}', 0, 'application', \(closed))
            """)
    }

    private func work(
        _ id: Int64, on subject: Int64, _ element: String, _ organ: String, _ role: String, _ person: Int64,
        from: Instant, taken: Instant? = nil, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO case_task (id, case_id, activity, element, name, act, organ, role, outcomes, opened_at,
                taken_at, state, outcome, missing, completed_by, completed_by_name, completed_at)
            VALUES (\(id), \(subject), 1, \(element), \(element == "review" ? "审查" : "决定"), 'review', \(organ),
                \(role), '[]', \(from), \(taken), 'completed', 'pass', '[]', \(person), '李敏',
                \(from.adding(seconds: 600)))
            """)
    }

    /// Does whatever jobs there are.
    func workOff() async {
        let handlers = Reengineering.jobHandlers(
            database: database, services: library, processes: processes, clock: { Self.noon })
        await QueueRunner(database: database, handlers: handlers, clock: { Self.noon }).workOff()
    }

    func actor() async throws -> Actor {
        try await account("supervisor").actor(channel: "page", address: "")
    }

    private func account(_ name: String) async throws -> Account {
        try #require(
            try await database.read { try Accounts.account(named: name, on: Self.noon.day, in: $0) })
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(name)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { Self.noon })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: Self.noon)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
