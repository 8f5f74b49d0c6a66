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
import NIOCore
import Storage
import TestSupport
import Web
import WorkingTime

@testable import ProcessDesk

/// The pages of decision tables over a database of their own.
struct DecisionOffice: Sendable {
    let database: Database
    let now = Instant(milliseconds: 1_795_000_000_000)

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "decisions-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202", clock: { .now }
        )
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(), try .files(files),
            try .messaging(), try cases.module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
    }

    var tables: DecisionTables { DecisionTables(database: database) }

    /// Opens the doors to somebody with this role.
    func visit<T: Sendable>(
        as role: Role, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = Account(
            id: role == .sysadmin ? 9 : 10, name: role.rawValue, displayName: role.chinese, personID: nil,
            posts: [Post(organ: "zwfw", role: role)], entities: [])
        let routes = DecisionListPages(tables: tables).routes + DecisionPages(tables: tables).routes
        let router = makeRouter(routes: routes, settings: WebSettings(now: { [now] in now })) { _ in
            SignedIn(account: account, sessionID: "session")
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
