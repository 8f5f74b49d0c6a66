import App
import Foundation
import Hummingbird
import HummingbirdTesting
import Storage
import Testing
import WorkingTime

/// The whole house in memory with the demo district, and a clock that stands still.
final class District: Sendable {
    let installation: Installation

    /// Saturday is avoided: 2026-11-23 is a Monday with four working days behind it.
    static let monday = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 9, minute: 30)

    /// One district for all stories: hashing ninety passwords takes a second, and no story disturbs another.
    static let shared = Task { try await District() }

    /// - Parameter clock: the time, also that of ids; absent: it stands still.
    init(clock: @escaping @Sendable () -> Instant = { District.monday }) async throws {
        var configuration = Configuration()
        configuration.isDemo = true
        let ids = IDSource(clock: { clock().milliseconds })
        installation = try await Installation.temporary(
            configuration, database: Database.inMemory(ids: ids), clock: clock)
        try await installation.loadDistrict()
    }

    /// Runs a story against the router, in process.
    func tell(_ story: @escaping @Sendable (Stage) async throws -> Void) async throws {
        let application = Application(router: try installation.router())
        try await application.test(.router) { client in try await story(Stage(client: client)) }
    }
}
