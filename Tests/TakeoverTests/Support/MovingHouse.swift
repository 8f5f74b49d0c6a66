import Cases
import Codes
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
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Takeover

/// The delivered district with its officers, into which an older system moves. It is Wednesday, 18 November 2026.
final class MovingHouse: Sendable {
    let database: Database
    let cases: Cases
    let library: ServiceLibrary
    let takeovers: Takeovers
    let feature: Takeover
    let files: FileStore
    let clock = HandClock()

    init() async throws {
        database = try await TestDatabase.make(connections: 4)
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        library = ServiceLibrary(database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { [clock] in clock.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        feature = Takeover(
            database: database, files: files, cases: cases, library: library,
            passwords: identity.firstPasswords, clock: { [clock] in clock.now })
        takeovers = feature.takeovers
        let licences = Licences(
            database: database, cases: cases, directory: Directory(database),
            signers: try LicenceSigners(TestDatabase.keys.get(), atMilliseconds: 1), outbox: Outbox())
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .files(files), try .messaging(),
            try .government(), try identity.module(), try cases.module(), try .services(library),
            try licences.module(), try feature.module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await processes.install(try ItemFiles.processFiles(), in: database, at: clock.now)
        try await library.seed(at: clock.now)
        try await Identity.seedDemo(into: database)
    }

    /// Works off what was put on the queue.
    func work() async {
        let runner = QueueRunner(
            database: database, handlers: feature.jobHandlers + cases.jobHandlers,
            clock: { [clock] in clock.now }
        ) { job, error in Issue.record("\(job.kind): \(error)") }
        await runner.workOff()
    }

    func account(_ login: String) async throws -> Account {
        let found = try await database.read { [day = clock.now.day] in
            try Accounts.account(named: login, on: day, in: $0)
        }
        return try #require(found)
    }

    func actor(_ login: String) async throws -> Actor {
        try await account(login).actor(channel: "page", address: "")
    }

    /// Opens the doors to somebody.
    func visit(
        as login: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let (account, now) = (try await account(login), clock.now)
        let router = makeRouter(
            routes: try feature.module().routes, settings: WebSettings(now: { now })
        ) { _ in SignedIn(account: account, sessionID: "session", provedAt: now) }
        try await Application(router: router).test(.router) { try await story($0) }
    }

    /// One takeover with its first lines.
    func view(_ id: Int64) async throws -> TakeoverView {
        try await takeovers.view(id, nil, after: nil)
    }
}

/// A clock that is moved by hand. It is Wednesday, 18 November 2026, ten in the morning.
final class HandClock: Sendable {
    private let instant = Mutex(Instant(day: CivilDate(iso: "2026-11-18") ?? .first, hour: 10))

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}
