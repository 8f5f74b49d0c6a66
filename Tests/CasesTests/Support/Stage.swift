import Codes
import Files
import Foundation
import Identity
import Jobs
import Journal
import Messaging
import Modules
import NIOCore
import Services
import Storage
import Synchronization
import TestSupport
import WorkingTime

@testable import Cases
@testable import Government

/// An installation in memory with an injected time: rules and store together.
final class Stage: Sendable {
    let database: Database
    let files: FileStore
    let processes = ProcessLibrary()
    let library: ServiceLibrary
    let cases: Cases
    private let time: HandClock
    private let folder: URL

    /// The time; a story moves it by hand.
    var now: Instant {
        get { time.now }
        set { time.now = newValue }
    }

    /// An installation on Monday 2026-11-09 that knows the working days and the processes, and nothing else.
    init() async throws {
        let time = HandClock(at("2026-11-09"))
        self.time = time
        database = try await TestDatabase.make(ids: IDSource(clock: { time.now.milliseconds }))
        folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        library = ServiceLibrary(database)
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202", clock: { time.now })
        try await database.migrate(try modules().migrations)
        try await database.write { try Directory.startCalendar(Samples.calendar, at: .now, in: $0) }
        try await processes.install(try ItemFiles.processFiles(), in: database, at: now)
    }

    /// The cases as another node of the installation knows them.
    var otherNode: Cases {
        Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { [time] in time.now })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Does what was asked for, as far as it is due.
    func workOffJobs() async {
        let runner = QueueRunner(
            database: database, handlers: cases.jobHandlers, clock: { [time] in time.now })
        await runner.workOff()
    }

    /// Nobody has an account: people are given to the stories as actors and viewers.
    private func modules() throws -> [Module] {
        let settings = IdentitySettings(isDemo: true, isHTTPS: false)
        return [
            try .storage(database), try .journal(), try Jobs.tables(), try .files(files), try .messaging(),
            try .government(),
            try .services(library), try cases.module(),
            try Identity(database: database, settings: settings).module(),
        ]
    }

    /// An upload of this person.
    func upload(_ name: String = "材料.pdf", by actor: Actor) async throws -> Int64 {
        let content = AsyncStream { stream in
            stream.yield(ByteBuffer(string: "%PDF-1.4\n%%EOF\n"))
            stream.finish()
        }
        return try await files.receive(name: name, chunks: content, owner: actor.accountID, now: now).id
    }
}

/// A clock that is moved by hand.
private final class HandClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}
