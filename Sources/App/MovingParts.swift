import Cases
import Files
import Identity
import Jobs
import Journal
import Modules
import Services
import Storage
import Takeover
import WorkingTime

/// What brings an older system in.
struct MovingParts: Sendable {
    private let takeover: Takeover

    init(
        _ database: Database, _ files: FileStore, _ cases: Cases, _ library: ServiceLibrary,
        _ identity: Identity,
        clock: @escaping @Sendable () -> Instant
    ) {
        takeover = Takeover(
            database: database, files: files, cases: cases, library: library,
            passwords: identity.firstPasswords, clock: clock)
    }

    var handlers: [any JobHandler] { takeover.jobHandlers }

    /// Throws `StorageError` when its migrations are missing.
    func module() throws -> Module { try takeover.module() }

    /// Hands the sample district's older system in.
    func receiveSample(by actor: Actor, at now: Instant) async throws {
        try await takeover.receiveSample(by: actor, at: now)
    }
}
