import Cases
import DecisionModel
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
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import SupervisionOrders

/// Tuesday 2026-11-24, noon in China.
let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

/// The demo district with its accounts, its processes and the orders.
struct OrderHouse: Sendable {
    let database: Database
    let cases: Cases
    let routes: [Route]
    let time: TestTime
    let posts = ForumPosts()
    let left = LeftProposals()

    /// - Parameter drawing: changes the process on which orders run.
    init(drawing: (String) -> String = { $0 }) async throws {
        database = try await TestDatabase.make()
        let time = TestTime()
        self.time = time
        let folder = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [SupervisionOrders.follower(outbox: Outbox())], clock: { time.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try SupervisionOrders(
            database: database, cases: cases, directory: Directory(database), outbox: Outbox(), files: files,
            proposals: { reference, officer, _ in
                guard reference == "代表建议 1", officer.may(.fileOrders) else { return nil }
                return OrderBeginning(title: "修路灯", words: "建设路路灯连续三周不亮。", lead: "cgj")
            },
            taking: { reference, lead, _, _ in
                if reference == "代表建议 2" { throw DomainError.conflict("这条建议由\(lead)答复过。") }
            }, leaving: { [left] reference, reason, _, _ in left.note(reference, reason) },
            signals: { reference, _, _, _ in
                guard ["1", "2"].contains(reference) else { return nil }
                return OrderedSignal(
                    name: "同一步骤被催办三次", organ: "cgj",
                    obstacle: reference == "2" ? "这条监察信号已撤销，不能转为督办。" : nil,
                    address: "/desk/supervision/signals/\(reference)")
            }, posts: posts.door
        ).module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(), try .services(ServiceLibrary(database)),
            module,
        ]
        try await database.migrate(modules.migrations)
        let drawn = try SupervisionOrders.processFiles().map {
            Data(drawing(String(decoding: $0, as: UTF8.self)).utf8)
        }
        try await processes.install(ItemFiles.processFiles() + drawn, in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// A restaurant asks for its permit.
    ///
    /// - Parameters:
    ///   - recused: the organs that a complaint is about.
    ///   - form: what was said in it.
    func application(recused: [String]? = nil, form: [String: Value] = [:]) async throws -> Case {
        let person = try await account("chenjing")
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "食品经营许可", version: 1, organ: "scjg",
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"),
            recused: recused)
        let applicant = Applicant(
            kind: .person, name: person.displayName, code: "441299198511152041", personID: person.personID,
            accountID: person.id)
        let filing = Filing(plan: plan, applicant: applicant, channel: "page", form: form, materials: [])
        return try await cases.file(filing, by: person.actor(channel: "page", address: "")).root
    }

    func orders(_ filter: OrderFilter = OrderFilter()) async throws -> [SupervisionOrder] {
        try await database.read { try OrderStore.newest(filter, after: nil, in: $0).items }
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, at moment: Instant? = nil,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let (account, now) = (try await account(name), moment ?? time.now)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: now)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}

/// A time that is moved by hand.
final class TestTime: Sendable {
    private let moment = Mutex(noon)

    var now: Instant { moment.withLock { $0 } }

    func pass(days: Int) { moment.withLock { $0 = $0.adding(seconds: days * 86_400) } }
}

/// What deputies learn of orders that were struck off undone: the reason, by what they had proposed.
final class LeftProposals: Sendable {
    private let noted = Mutex<[String: String]>([:])

    var reasons: [String: String] { noted.withLock { $0 } }

    func note(_ reference: String, _ reason: String) { noted.withLock { $0[reference] = reason } }
}

/// A step of an order, as somebody takes it.
extension OrderHouse {
    /// Begins one and gives its address.
    func begin(_ form: String) async throws -> String {
        try await visit(as: "supervisor") { client async throws in
            let made = try await client.press(OrderPath.new, form)
            return try #require(made.headers[.location], "\(made.text)")
        }
    }

    func press(_ name: String, _ path: String, _ form: String) async throws -> Int {
        try await visit(as: name) { client async throws in try await client.press(path, form).status.code }
    }

    func report(_ path: String, _ organs: String...) async throws {
        for organ in organs {
            let form = "organ=\(organ)&words=已办&evidence=照片"
            #expect(try await press("officer-\(organ)", "\(path)/feedback", form) == 303, "\(organ)")
        }
    }

    /// The newest order.
    func order() async throws -> SupervisionOrder { try #require(try await orders().first) }
}
