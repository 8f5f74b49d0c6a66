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
import Licences
import Messaging
import Modules
import NIOCore
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import ItemLibrary

/// The desk of the item library over a database of its own, with the items of the sample district.
struct ItemRoom: Sendable {
    let database: Database
    let library: ServiceLibrary
    let now = Instant(milliseconds: 1_795_000_000_000)

    /// 李敏 writes and 王建华 reviews in the market bureau; 龙建华 heads the service bureau, 邹燕芬 the housing bureau.
    enum Visitor: Int64, Sendable {
        case limin = 11
        case wang, long, zou, sysadmin, clerk

        var posts: [Post] {
            switch self {
            case .limin: [Post(organ: "scjg", role: .officer)]
            case .wang: [Post(organ: "scjg", role: .head)]
            case .long: [Post(organ: "zwfw", role: .head)]
            case .zou: [Post(organ: "zjj", role: .head)]
            case .sysadmin: [Post(organ: "zwfw", role: .sysadmin)]
            case .clerk: [Post(organ: "zwfw", role: .hotline)]
            }
        }
    }

    init() async throws {
        database = try await TestDatabase.make(connections: 4)
        library = ServiceLibrary(database)
        let folder = FileManager.default.temporaryDirectory.appending(path: "items-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { [now] in now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try LicenceTypes.tables(),
            try .services(library), try desk.module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await library.publish(Self.items.get(), at: now)
        try await cases.processes.install(ItemFiles.processFiles(), in: database, at: now)
    }

    /// Read once: a debug build takes its time over seven thousand lines of YAML.
    static let items = Result { try ItemFiles.items() }

    static func item(_ slug: String) throws -> ServiceItem {
        try #require(try items.get().first { $0.slug == slug })
    }

    var desk: ItemLibrary {
        ItemLibrary(
            library: library, directory: Directory(database), database: database, clock: { [now] in now })
    }

    var drafts: ItemDrafts { ItemDrafts(library: library, database: database) }

    /// Works off what was asked for.
    func work() async {
        await QueueRunner(database: database, handlers: desk.jobHandlers, clock: { [now] in now }).workOff()
    }

    /// Lets somebody in.
    func visit<Answer: Sendable>(
        _ visitor: Visitor, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Answer
    ) async throws -> Answer {
        let account = Account(
            id: visitor.rawValue, name: "\(visitor)", displayName: "\(visitor)", personID: nil,
            posts: visitor.posts, entities: [])
        let router = makeRouter(
            routes: try desk.module().routes, settings: WebSettings(now: { [now] in now })
        ) { _ in SignedIn(account: account, sessionID: "session") }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// Begins a draft of the food licence and tells its address.
    func begin(_ slug: String = "food-business-licence", as visitor: Visitor = .limin) async throws -> String
    {
        let answer = try await visit(visitor) { try await $0.press("/desk/items/\(slug)/drafts") }
        return try #require(answer.headers[.location])
    }

    func press(_ path: String, _ form: String = "", as visitor: Visitor) async throws -> TestResponse {
        try await visit(visitor) { try await $0.press(path, form) }
    }

    func look(_ path: String, as visitor: Visitor) async throws -> TestResponse {
        try await visit(visitor) { try await $0.look(path) }
    }

    /// Hands a file in.
    func upload(
        _ bytes: [UInt8], named name: String = "事项.csv", to path: String = "/desk/item-imports",
        with lines: [String: String] = [:], as visitor: Visitor = .long
    ) async throws -> TestResponse {
        try await visit(visitor) { client in
            let shown = try await client.look(path)
            let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
            let head = "Content-Disposition: form-data; name="
            let beside = lines.map { "--x\r\n\(head)\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
            let start =
                "--x\r\n\(head)\"_csrf\"\r\n\r\n\(token)\r\n\(beside)--x\r\n\(head)\"file\"; filename=\"\(name)\"\r\n\r\n"
            var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x"]
            headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
            return try await client.execute(
                uri: path, method: .post, headers: headers,
                body: ByteBuffer(bytes: Array(start.utf8) + bytes + Array("\r\n--x--\r\n".utf8)))
        }
    }
}
