import Cases
import Cryptography
import Files
import Foundation
import Government
import Identity
import Journal
import Messaging
import Modules
import NIOCore
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Licences

/// A house in memory in which cases end with licences, and a licence may stand in the place of an upload.
final class House: Sendable {
    let database: Database
    let files: FileStore
    let cases: Cases
    let licences: Licences
    private let hand: Hand

    /// The time; a story moves it by hand.
    var now: Instant {
        get { hand.now }
        set { hand.now = newValue }
    }

    init(follows: Bool = true) async throws {
        let start = at("2026-11-09")
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "licences-\(UUID().uuidString)")
        files = try FileStore(root: folder, database: database)
        let signers = try LicenceSigners(TestDatabase.keys.get(), atMilliseconds: 1)
        let processes = ProcessLibrary()
        let hand = Hand(start)
        self.hand = hand
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: follows ? [LicenceFollowing.follower(signers: signers)] : [], clock: { hand.now })
        licences = Licences(
            database: database, cases: cases, directory: Directory(database), signers: signers,
            outbox: Outbox())
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .files(files), try .messaging(), try cases.module(), try licences.module(),
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: start)
        try await Government.seed(into: database)
        try await licences.types.seed(at: start)
    }
}

/// A clock that is moved by hand.
final class Hand: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}
