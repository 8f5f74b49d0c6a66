import Synchronization

/// Wakes those who wait for work. Rings that nobody has heard yet are one.
final class Bell: Sendable {
    private let listeners = Mutex<[AsyncStream<Void>.Continuation]>([])

    /// Every ring from now on, and one at once: there may be work already.
    func rings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        listeners.withLock { $0.append(continuation) }
        return stream
    }

    func ring() {
        for listener in listeners.withLock({ $0 }) { listener.yield() }
    }
}
