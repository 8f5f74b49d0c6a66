import Cases
import Codes
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
import Services
import Storage
import TestSupport
import Testing
import TransparencyLog
import Web
import WorkingTime

@testable import Audit
@testable import Identity

/// The demo district with its accounts, a journal with places, and the pages of the audit.
struct AuditHouse: Sendable {
    let database: Database
    let audit: Module
    let cases: Cases
    private let sequencer: JournalSequencer
    private let keys: JournalKeys

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202", clock: { noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let library = ServiceLibrary(database)
        audit = try Audit(
            cases: cases, library: library, outbox: Outbox(), routes: [], database: database
        ).module()
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(library), audit,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        let signer = try Ed25519Signer(name: "minben.example/journal")
        keys = try JournalKeys(signers: [signer], verifiers: [signer.key.verifier()])
        sequencer = JournalSequencer(database: database, keys: keys, pause: { _ in })
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// Writes so many readings of different cases by somebody.
    func read(
        _ count: Int, by name: String, action: String = "case.read", at: Instant = noon, from first: Int = 0
    ) async throws {
        let actor = try await account(name).actor(channel: "page", address: "192.0.2.7")
        try await database.write { tx in
            for turn in first..<first + count {
                let number = "A\(turn)"
                try Journal.append(
                    JournalEntry(
                        at: at, actor: actor, action: action, subject: Journal.readings(of: number),
                        sentence: "\(actor.name)查看了办件材料。", detail: ["case": number, "purpose": "核对"]),
                    in: tx)
            }
        }
    }

    /// Files a case of somebody's own and returns its number.
    func file(by name: String) async throws -> String {
        let person = try await account(name)
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "食品经营许可", version: 1, organ: "scjg",
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
        let applicant = Applicant(
            kind: .person, name: person.displayName, code: "441299198511152041", accountID: person.id)
        let filing = Filing(plan: plan, applicant: applicant, channel: "page", form: [:], materials: [])
        return try await cases.file(filing, by: person.actor(channel: "page", address: "")).root.number.text
    }

    /// Records that somebody reads a case.
    func read(_ number: String, by name: String) async throws {
        let actor = try await account(name).actor(channel: "page", address: "192.0.2.7")
        try await cases.record(.masked(error: nil), of: number, by: actor)
    }

    /// The id of the newest reading.
    func newestEntry() async throws -> Int64? {
        var search = JournalSearch()
        search.action = "case.read"
        return try await database.read { [search] in
            try search.page(after: nil, limit: 1, in: $0).entries.first?.id
        }
    }

    /// Gives entries their places and looks for what is unusual.
    func watch(at now: Instant = noon) async throws {
        try await sequencer.run(at: now)
        try await PatternWatch(database: database).run(at: now)
    }

    func place() async throws { try await sequencer.run(at: noon) }

    /// Checks that every entry still is what the log says it was, and tells how many were erased.
    func verify() async throws -> Int {
        try await JournalAudit(of: database, trusting: keys).run().erasedCount
    }

    func entries(_ action: String) async throws -> [JournalEntry] {
        var search = JournalSearch()
        search.action = action
        return try await database.read { [search] in
            try search.page(after: nil, limit: 50, in: $0).entries.map(\.entry)
        }
    }

    /// Works off the queue, so many rows a step.
    func workOff(rowsPerStep: Int = 2) async {
        let export = AuditExport(clock: { noon }, rowsPerStep: rowsPerStep)
        await QueueRunner(database: database, handlers: [export], clock: { noon }).workOff()
    }

    /// Opens the pages to an account.
    func visit<T: Sendable>(
        as name: String, provedAt: Instant? = noon,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(name)
        let router = makeRouter(routes: audit.routes, settings: WebSettings(now: { noon })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: provedAt)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
