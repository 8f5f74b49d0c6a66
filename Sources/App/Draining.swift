import ServiceLifecycle
import Synchronization

/// Whether this node still wants new visitors; `/readyz` says so.
public final class Readiness: Sendable {
    private let draining = Mutex(false)

    /// A node that wants them.
    init() {}

    /// Whether it has been told to stop: what comes is still answered, but should come no more.
    var isDraining: Bool { draining.withLock { $0 } }

    /// From now on it wants no new visitors.
    func drain() { draining.withLock { $0 = true } }
}

/// The first to hear that the node is to stop: it turns newcomers away at the gateway and goes on serving for a
/// moment, until the gateway has asked and knows.
struct Draining: Service {
    let readiness: Readiness
    let seconds: Int

    func run() async throws {
        try? await gracefulShutdown()
        readiness.drain()
        try? await Task.sleep(for: .seconds(seconds))
    }
}
