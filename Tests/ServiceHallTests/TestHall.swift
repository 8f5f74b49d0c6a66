import Cases
import Codes
import Files
import Foundation
import Government
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Licences
import Messaging
import Modules
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import ServiceHall

/// A hall in memory with the sample district; who is signed in is said by a header instead of a session.
struct TestHall {
    let database: Database
    let library: ServiceLibrary
    let files: FileStore
    let cases: Cases
    let licences: Licences
    private let accounts: [String: Account]
    private let routes: [Route]
    private let settings = WebSettings()

    static func open(tray: CounterTray = .none) async throws -> TestHall {
        let database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database, limitBytes: 1 << 20)
        let processes = ProcessLibrary()
        let library = ServiceLibrary(database)
        let signers = try LicenceSigners(TestDatabase.keys.get(), atMilliseconds: 1)
        let cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [LicenceFollowing.follower(signers: signers)], clock: { .now })
        let licences = Licences(
            database: database, cases: cases, directory: Directory(database), signers: signers,
            outbox: Outbox())
        let settings = WebSettings()
        let hall = try ServiceHall(
            library: library, directory: Directory(database), cases: cases, licences: licences, files: files,
            database: database, cache: PageCache(settings: settings),
            mandates: Mandates(database: database) { _, _, _, _ in },
            assuring: Assuring(database: database) { _, _, _, _ in },
            publicAddress: "http://localhost", remark: nil, tray: tray
        ).module()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .files(files), try .messaging(), try cases.module(), try .services(library),
            try licences.module(), hall,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: .now)
        try await Government.seed(into: database)
        try await library.seed(at: .now)
        try await licences.types.seed(at: .now)
        return TestHall(
            database: database, library: library, files: files, cases: cases, licences: licences,
            accounts: try await people(in: database),
            routes: try hall.routes + licences.module().routes)
    }

    private init(
        database: Database, library: ServiceLibrary, files: FileStore, cases: Cases, licences: Licences,
        accounts: [String: Account], routes: [Route]
    ) {
        self.database = database
        self.library = library
        self.files = files
        self.cases = cases
        self.licences = licences
        self.accounts = accounts
        self.routes = routes
    }

    /// 张伟, 陈静 with her restaurant, and the clerk of the hall.
    private static func people(in database: Database) async throws -> [String: Account] {
        try await database.read { tx in
            let zhang = try Directory.person(identityNumber: IdentityNumber("441299199003071231"), in: tx)
            let chen = try Directory.person(identityNumber: IdentityNumber("441299198511152041"), in: tx)
            let restaurant = "91441202MA4W12346L"
            return [
                "zhangwei": Account(
                    id: 1, name: "zhangwei", displayName: "张伟", personID: zhang?.id, posts: [], entities: []),
                "chenjing": Account(
                    id: 2, name: "chenjing", displayName: "陈静", personID: chen?.id, posts: [],
                    entities: [restaurant]),
                "clerk": Account(
                    id: 3, name: "clerk", displayName: "梁小雯", personID: nil,
                    posts: [Post(organ: "zwfw", role: .clerk)], entities: []),
            ]
        }
    }

    /// Opens the doors for one story.
    func visit<T: Sendable>(_ story: @Sendable (any TestClientProtocol) async throws -> T) async throws -> T {
        let router = makeRouter(routes: routes, settings: settings) { [accounts] request in
            request.header("X-Account").flatMap { accounts[$0] }.map {
                SignedIn(account: $0, sessionID: $0.name)
            }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    func account(_ name: String) throws -> Account { try #require(accounts[name]) }
}

extension TestHall {
    /// A small PDF of this account.
    func upload(owner: Int64, name: String = "材料.pdf", bytes: [UInt8] = Array("%PDF-1.4".utf8)) async throws
        -> Int64
    {
        let content = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: bytes))
            stream.finish()
        }
        return try await files.receive(name: name, chunks: content, owner: owner, now: .now).id
    }
}
