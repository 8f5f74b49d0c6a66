import BusinessProcess
import Cases
import Codes
import DecisionModel
import Files
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Logging
import Messaging
import Modules
import NIOCore
import Services
import Storage
import TestSupport
import Web
import WorkingTime

@testable import CoreAPI
@testable import Government

/// An installation in memory with a fixed time; the `X-Account` header says who asks.
struct House {
    static let now = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 10)

    let database: Database
    let files: FileStore
    let cases: Cases
    let library: ServiceLibrary

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "core-api-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        library = ServiceLibrary(database)
        cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { House.now })
        let modules = try [
            Module.storage(database), .journal(), .government(), .files(files), .messaging(), cases.module(),
            .services(library),
            Identity(database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false)).module(),
        ]
        try await database.migrate(modules.migrations)
        let calendar = try WorkingCalendar(version: 1, years: [2026], holidays: [:], workdays: [])
        try await database.write { try Directory.startCalendar(calendar, at: House.now, in: $0) }
        let process = try ItemFiles.processFiles().filter {
            String(decoding: $0, as: UTF8.self).contains(#"id="single-organ""#)
        }
        try await cases.processes.install(process, in: database, at: House.now)
    }

    var routes: [Route] {
        CoreAPI(cases: cases, library: library, files: files, database: database).module().routes
    }

    /// Runs a story against the routes.
    func visit(_ story: @escaping @Sendable (Client) async throws -> Void) async throws {
        let settings = WebSettings(
            apiWrites: RateLimit(burst: 10_000, perMinute: 10_000), now: { House.now })
        let router = makeRouter(routes: routes, settings: settings) { request in
            request.header("X-Account").flatMap { People.all[$0] }.map {
                SignedIn(account: $0, sessionID: "")
            }
        }
        var logger = Logger(label: "core-api-tests")
        logger.logLevel = .error
        try await Application(router: router, logger: logger).test(.router) {
            try await story(Client(http: $0))
        }
    }

    /// 陈静 asks for a food licence; the case waits at the counter.
    @discardableResult
    func file(_ plan: CasePlan = Plans.foodLicence) async throws -> Case {
        let chenjing = People.chenjing
        let filing = Filing(
            plan: plan,
            applicant: Applicant(
                kind: .person, name: chenjing.displayName, code: "441299198511152041", accountID: chenjing.id,
                phone: "13800005678"),
            channel: "api", form: ["shop_name": "星湖餐饮"], materials: [])
        let actor = chenjing.actor(channel: "api", address: "192.0.2.1")
        return try await cases.file(filing, by: actor).root
    }
}

/// What cases are begun with.
enum Plans {
    static let foodLicence = CasePlan(
        code: "11441202007185204J4440131013000", name: "食品经营许可", version: 1, organ: "scjg",
        organName: "肇庆市端州区市场监督管理局", organCode: "11441202007185204J", hall: "zwfw",
        process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
        promisedLimit: TimeLimit(value: 8, unit: .workingDay),
        materials: [MaterialRequirement(id: "layout", name: "经营场所平面图", isRequired: false)],
        remedies: RemedyBodies(reviewBody: "端州区人民政府", court: "端州区人民法院"))
}

extension House {
    /// Adds a colleague to an organ.
    func register(_ name: String, id: Int64, organ: String, role: String) async throws {
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, created_at, disabled)
                VALUES (\(id), \(name), \(name), 'none', 0, \(House.now), 0)
                """)
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(id), \(organ), \(role))")
        }
    }
}
