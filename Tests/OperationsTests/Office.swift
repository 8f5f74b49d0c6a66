import Files
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Journal
import Modules
import NIOCore
import Storage
import TestSupport
import Web
import WorkingTime

@testable import Operations

/// The administrator's pages over a database of their own.
struct Office: Sendable {
    static let accountID: Int64 = 9
    static let kind = JobKind("test.export", title: "导出办件清单", unit: "行", which: "{}")

    let database: Database
    let files: FileStore
    let now = Instant(milliseconds: 1_795_000_000_000)

    init() async throws {
        database = try await TestDatabase.make(connections: 4)
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .journal(), try Jobs.tables(), try .government(), try identity.module(), try .files(files),
            try operations.module(jobKinds: [Self.kind]),
        ]
        try await database.migrate(modules.migrations)
    }

    var operations: Operations {
        Operations(
            directory: Directory(database), database: database, files: files,
            sealedTables: Government.sealedTables, clock: { [now] in now })
    }

    /// Asks for a job that this office has a name for.
    func enqueue(_ key: String) async throws -> Int64 {
        try await database.write { [now] tx in
            try JobQueue.enqueue(kind: Self.kind, key: key, payload: 1, at: now, in: tx)
        }
    }

    /// Puts a job into a state, as a runner would.
    func set(_ id: Int64, _ change: SQL) async throws {
        _ = try await database.write { try $0.execute("UPDATE queued_job SET \(change) WHERE id = \(id)") }
    }

    func job(_ id: Int64) async throws -> QueuedJob {
        try await database.read { try JobQueue.job(id, in: $0) }
    }

    /// Opens the doors to somebody with this role.
    func visit(
        as role: Role, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let account = Account(
            id: Self.accountID, name: "sysadmin", displayName: "戴启明", personID: nil,
            posts: [Post(organ: "zwfw", role: role)], entities: [])
        let settings = WebSettings(now: { [now] in now })
        let router = makeRouter(
            routes: try operations.module(jobKinds: [Self.kind]).routes, settings: settings
        ) { _ in
            SignedIn(account: account, sessionID: "session")
        }
        try await Application(router: router).test(.router) { try await story($0) }
    }
}

extension TestClientProtocol {
    /// The words of a page.
    func text(_ path: String) async throws -> String {
        String(buffer: try await execute(uri: path, method: .get, headers: [:], body: nil).body)
    }

    /// Presses a button of a page.
    func press(_ path: String, form: String = "", from page: String = OperationsPath.jobs) async throws
        -> TestResponse
    {
        let shown = try await execute(uri: page, method: .get, headers: [:], body: nil)
        let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token?.output.1 ?? "")&\(form)"))
    }
}
