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
import Refusals
import RuleBooks
import Search
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import ServiceRequests

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let instant = Mutex(Instant(day: CivilDate(iso: "2026-09-18") ?? .first, hour: 9))

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }

    func move(days: Int) { now = now.adding(seconds: days * 86_400) }
}

/// The demo district with its accounts, a clock that is moved by hand, and everything about what people say.
struct House: Sendable {
    let database: Database
    let cases: Cases
    let office: RequestOffice
    let files: FileStore
    let clock = HandClock()
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "requests-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [
                ServiceRequests.follower, ServiceRequests.alarm(outbox: Outbox()), House.callFollower,
            ],
            clock: { [clock] in clock.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let feature = try ServiceRequests(
            cases: cases, directory: Directory(database), files: files, outbox: Outbox(), database: database)
        office = feature.office
        let module = try feature.module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(ServiceLibrary(database)), try RuleBooks.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await database.migrate(SearchIndex.migrations())
        try await processes.install(ServiceRequests.processFiles(), in: database, at: clock.now)
        try await Government.seed(into: database)
        try await Identity.seedDemo(
            into: database, hasher: try PasswordHasher(cost: .least), at: clock.now)
    }

    /// Like the hotline's: a ticket concludes its call, and no call is concluded twice.
    private static let callFollower = CaseFollower { event, subject, _, tx in
        let call = subject.said(.call)
        guard event.action == "case.submitted", !call.isEmpty else { return }
        let same = try tx.rows(
            "SELECT number FROM service_request WHERE number <> \(subject.number.text) LIMIT 100")
        guard same.isEmpty else { throw DomainError.conflict("这个来电已经处理过了。") }
    }

    func account(_ name: String) async throws -> Account {
        let day = clock.now.day
        return try #require(try await database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.7")
    }

    /// A form that can be handed in.
    static func form(_ change: (inout RequestForm) -> Void = { _ in }) -> RequestForm {
        var form = RequestForm()
        (form.category, form.kind) = ("roads", "help")
        (form.title, form.content) = ("城东街道文明路路灯不亮", "文明路 12 号门前三盏路灯不亮，晚上看不清路，请尽快修。")
        form.division = "441202001"
        change(&form)
        return form
    }

    /// Somebody says something; the number of what came of it.
    func say(by name: String = "zhangwei", _ change: (inout RequestForm) -> Void = { _ in }) async throws
        -> String
    {
        let account = try await account(name)
        return try await office.file(
            Self.form(change), of: .account(account), channel: "page", actor: try await actor(name)
        ).root.number.text
    }

    /// Somebody without an account says something, and an officer enters it.
    func enter(
        by name: String = "hotline", channel: String = FilingRecord.call,
        _ change: (inout RequestForm) -> Void = { _ in }
    ) async throws -> String {
        try await office.file(
            Self.form(change), of: .caller(name: "何秀英", phone: "0758-2000001"), channel: channel,
            actor: try await actor(name)
        ).root.number.text
    }

    /// An officer acts for an organ.
    func actor(_ name: String, for organ: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "", organ: organ)
    }

    func assign(
        _ number: String, to organ: String, isFinal: Bool = false, by name: String = "hotline"
    ) async throws {
        try await office.assign(
            number, to: organ, isFinal: isFinal, by: try await actor(name), as: try await account(name).viewer
        )
    }

    /// Somebody finishes the open step.
    func finish(_ number: String, _ outcome: String, opinion: String? = nil, by name: String) async throws {
        let actor = try await actor(name)
        let task = try #require(try await subject(number).openTasks.first)
        try await cases.change(number, by: actor, as: .system) {
            try $0.complete(task: task.id, with: Finding(outcome: outcome, opinion: opinion), on: $1)
        }
    }

    func draft(
        _ number: String, by name: String = "officer-cgj", _ change: (inout AnswerForm) -> Void = { _ in }
    ) async throws {
        var form = AnswerForm()
        form.words = "已于今天更换灯泡和线路，三盏路灯恢复照明。"
        (form.publicTitle, form.publicWords) = ("文明路路灯不亮", "文明路三盏路灯不亮。")
        form.publicAnswer = "已更换灯泡和线路，恢复照明。"
        change(&form)
        try await office.draft(
            form, for: number, by: try await actor(name), as: try await account(name).viewer)
    }

    /// A ticket from its dispatch to the answer.
    func answer(_ number: String, _ change: (inout AnswerForm) -> Void = { _ in }) async throws {
        try await assign(number, to: "cgj")
        try await finish(number, "accept", by: "officer-cgj")
        try await draft(number, change)
        try await finish(number, "sign", by: "hotline")
    }

    /// What somebody was told, the newest first.
    func told(_ name: String) async throws -> [String] {
        let id = try await account(name).id
        return try await database.read { tx in
            try tx.rows("SELECT * FROM message WHERE account_id = \(id) ORDER BY id DESC LIMIT 20").map {
                Sentence(template: try $0.text("template"), parameters: try $0.json("parameters")).chinese
            }
        }
    }

    func subject(_ number: String) async throws -> Case { try await cases.matter(number, for: .system).root }

    func row(_ number: String) async throws -> RequestRow { try await office.row(number) }

    /// Opens the pages to an account, or to a stranger.
    func visit<T: Sendable>(
        as name: String?, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let name { account = try await self.account(name) }
        let now = clock.now
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: now) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}

/// What a refusal says.
func refusal(_ work: () async throws -> Void) async -> String? {
    do {
        try await work()
        return nil
    } catch DomainError.invalid(let errors) {
        return errors.map(\.sentence.chinese).joined(separator: " ")
    } catch let error as DomainError {
        return error.sentence.chinese
    } catch {
        return "\(error)"
    }
}
