import Cases
import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import JointServices

/// The desk of joint services over a database of its own, with the items of the sample district.
struct JointRoom: Sendable {
    static let company = "/desk/joint-services/qykb"

    let database: Database
    let library: ServiceLibrary
    let now = Instant(milliseconds: 1_795_000_000_000)

    /// 李敏 in the market bureau, 邹燕芬 in the housing bureau, 梁小雯 at the counter of the hall, and somebody who answers
    /// the telephone.
    enum Visitor: Int64, Sendable {
        case limin = 11
        case zou, liang, hotline

        var posts: [Post] {
            switch self {
            case .limin: [Post(organ: "scjg", role: .officer)]
            case .zou: [Post(organ: "zjj", role: .officer)]
            case .liang: [Post(organ: "zwfw", role: .clerk)]
            case .hotline: [Post(organ: "zwfw", role: .hotline)]
            }
        }
    }

    init() async throws {
        database = try await TestDatabase.make(connections: 4)
        library = ServiceLibrary(database)
        let folder = FileManager.default.temporaryDirectory.appending(path: "forms-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { [now] in now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(library),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await library.publish(Self.items.get(), at: now)
    }

    /// Read once: a debug build takes its time over seven thousand lines of YAML.
    private static let items = Result { try ItemFiles.items() }

    var drafts: ItemDrafts { ItemDrafts(library: library, database: database) }

    /// The joint service as it is being designed.
    func item(_ slug: String = "qykb") async throws -> ServiceItem {
        try #require(try await drafts.open(of: slug)).item
    }

    /// What is wrong with it.
    func findings(_ slug: String) async throws -> [String] {
        let draft = try #require(try await drafts.open(of: slug))
        return try await drafts.find(draft.id).check.findings.map(\.description)
    }

    /// Lets somebody in.
    func visit<Answer: Sendable>(
        _ visitor: Visitor, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Answer
    ) async throws -> Answer {
        let account = Account(
            id: visitor.rawValue, name: "\(visitor)", displayName: "\(visitor)", personID: nil,
            posts: visitor.posts, entities: [])
        let designer = JointServices(library: library, directory: Directory(database), database: database)
        let router = makeRouter(
            routes: designer.module().routes, settings: WebSettings(now: { [now] in now })
        ) { _ in SignedIn(account: account, sessionID: "session") }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    func press(_ path: String, _ form: String = "", as visitor: Visitor = .limin) async throws -> TestResponse
    {
        try await visit(visitor) { try await $0.press(path, form) }
    }

    func look(_ path: String, as visitor: Visitor = .limin) async throws -> TestResponse {
        try await visit(visitor) { try await $0.look(path) }
    }
}
