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
import Refusals
import RuleBooks
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Accountability
@testable import Identity

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

/// A clock that a test sets.
final class TestClock: Sendable {
    private let instant = Mutex(noon)
    var now: Instant { instant.withLock { $0 } }
    func pass(days: Int) { instant.withLock { $0 = $0.adding(seconds: days * 86_400) } }
}

/// Why a card that an inquiry rests on was taken back, when a test takes it back.
final class TakenBack: Sendable {
    private let sentence = Mutex<Sentence?>(nil)
    var reason: Sentence? { sentence.withLock { $0 } }
    func take(_ reason: Sentence) { sentence.withLock { $0 = reason } }
}

/// The demo district with its accounts, its processes and accountability; grounds are said by the test.
struct AccountabilityHouse: Sendable {
    let database: Database
    let cases: Cases
    let routes: [Route]
    let desk: InquiryDesk
    let clock = TestClock()
    let takenBack = TakenBack()

    init() async throws {
        database = try await TestDatabase.make()
        let (database, clock, takenBack) = (database, clock, takenBack)
        let folder = FileManager.default.temporaryDirectory.appending(path: "inquiries-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [Accountability.follower], clock: { clock.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let accountability = try Accountability(
            database: database, cases: cases, directory: Directory(database), outbox: Outbox(),
            grounds: .sample(takenBack))
        let module = try accountability.module()
        (routes, desk) = (module.routes, accountability.desk)
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(ServiceLibrary(database)), try RuleBooks.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(
            ItemFiles.processFiles() + Accountability.processFiles(), in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func inquiry() async throws -> Inquiry {
        try #require(
            try await database.read { tx in
                try tx.row("\(InquiryStore.rows) ORDER BY q.id LIMIT 1").map {
                    try Inquiry($0, in: tx)
                }
            })
    }

    /// What an account was told, the newest first.
    func told(_ name: String) async throws -> [String] {
        let id = try await account(name).id
        return try await database.read { tx in
            try Inbox(of: id).messages(after: nil, in: tx).items.map(\.sentence.chinese)
        }
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let (account, clock) = (try await account(name), clock)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { clock.now })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: clock.now)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// 龚立新 proposes that 丁静怡 of the urban management bureau is held to account; the path of the inquiry.
    func propose(from source: String = "source=complaint&reference=C1&organ=cgj") async throws -> String {
        let person = try await account("officer-cgj").id
        return try await visit(as: "supervisor") { client async throws in
            let made = try await client.press(
                AccountabilityPath.new, "\(source)&person=\(person)&facts=三次答复已处理，现场没有处理。")
            return try #require(made.headers[.location], "\(made.text)")
        }
    }

    /// Somebody presses a button; the status is the answer.
    @discardableResult
    func press(_ name: String, _ path: String, _ form: String) async throws -> Int {
        try await visit(as: name) { client async throws in try await client.press(path, form).status.code }
    }

    func look(_ name: String, _ path: String) async throws -> (status: Int, text: String) {
        try await visit(as: name) { client async throws in
            let page = try await client.look(path)
            return (page.status.code, page.text)
        }
    }
}

extension InquiryGrounds {
    static func sample(_ takenBack: TakenBack) -> InquiryGrounds {
        InquiryGrounds(
            signal: { reference, _, _ in
                InquiryGround(
                    title: "逾期未办", organ: "cgj", facts: [.init("办件", "占道经营处理"), .init("条件", "逾期 10 日")],
                    obstacle: reference == "2" ? "只有已经成立的红牌可以提出问责。" : nil,
                    retraction: takenBack.reason)
            },
            order: { _, _, _ in nil },
            complaint: { reference, _, _ in
                reference.hasPrefix("C") ? InquiryGround(title: "群众投诉工作人员", organ: nil, facts: []) : nil
            },
            places: { source, reference in
                source == "signal" ? "/desk/supervision/signals/\(reference)" : nil
            })
    }
}
