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
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Desk
@testable import Identity

/// The demo district with its accounts, cases to be exported, and the pages for it.
struct ExportOffice: Sendable {
    let database: Database
    let cases: Cases
    let now = FiledMatter.now

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { FiledMatter.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: now)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: now)
    }

    /// Files a case with an organ and returns its number.
    func file(with organ: String = "scjg") async throws -> String {
        let actor = Actor(accountID: 1, name: "陈静", channel: "page", address: "")
        return try await cases.file(FiledMatter.filing(with: organ), by: actor).root.number.text
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: now.day, in: $0) })
    }

    /// Works off the queue, so many rows a step.
    func workOff(rowsPerStep: Int = 2) async {
        let export = CaseExport(clock: { FiledMatter.now }, rowsPerStep: rowsPerStep)
        await QueueRunner(database: database, handlers: [export], clock: { FiledMatter.now }).workOff()
    }

    /// Opens the pages to an account.
    func visit<T: Sendable>(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try await account(name)
        let settings = WebSettings(now: { FiledMatter.now })
        let routes = ExportPages(database: database).routes + IncidentPages(cases: cases).routes
        let router = makeRouter(routes: routes, settings: settings) { _ in
            SignedIn(account: account, sessionID: account.name)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
