import App
import Foundation
import Hummingbird
import HummingbirdTesting
import Modules
import Synchronization
import Testing
import WorkingTime

/// The whole house in memory with the demo district, and a clock that stands still until a story moves it.
final class District: Sendable {
    let installation: Installation
    private let time: TestClock

    /// Saturday is avoided: 2026-11-23 is a Monday with four working days behind it.
    static let monday = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 9, minute: 30)

    init() async throws {
        let time = TestClock(Self.monday)
        var configuration = Configuration()
        configuration.isDemo = true
        installation = try await Installation.temporary(configuration, clock: { time.now })
        try await installation.loadDistrict()
        self.time = time
    }

    func advance(days: Int) { time.advance(days: days) }

    /// Runs a story against the router, in process.
    func tell(_ story: @escaping @Sendable (Stage) async throws -> Void) async throws {
        let application = Application(router: try installation.router())
        try await application.test(.router) { client in try await story(Stage(client: client)) }
    }

    /// The jobs a running server would do by now.
    func runJobs() async throws {
        for job in installation.modules.flatMap(\.jobs) { try await job.run(time.now) }
    }
}

/// A clock for stories.
final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }

    func advance(days: Int) { instant.withLock { $0 = $0.adding(seconds: days * 86_400) } }
}
