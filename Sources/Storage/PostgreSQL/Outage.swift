import Synchronization

/// Remembers for a moment that the server could not be reached, so that while it is gone every caller is told
/// at once instead of each waiting for a connection of its own to fail.
final class Outage: Sendable {
    private static let memory = Duration.milliseconds(300)

    private struct Failure {
        let error: StorageError
        let until: ContinuousClock.Instant
    }

    private let last = Mutex<Failure?>(nil)

    func connect(
        _ body: () throws(StorageError) -> PostgresConnection
    ) throws(StorageError) -> PostgresConnection {
        if let failure = last.withLock({ $0 }), failure.until > .now { throw failure.error }
        do {
            let connection = try body()
            last.withLock { $0 = nil }
            return connection
        } catch {
            last.withLock { $0 = Failure(error: error, until: .now + Self.memory) }
            throw error
        }
    }
}
