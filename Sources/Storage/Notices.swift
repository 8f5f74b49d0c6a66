import Synchronization

/// Who wants to hear of committed changes.
final class Notices: Sendable {
    private let handlers = Mutex<[@Sendable (String?) -> Void]>([])

    func add(_ handler: @escaping @Sendable (String?) -> Void) {
        handlers.withLock { $0.append(handler) }
    }

    /// Tells all of them; nil when news may have been missed.
    func tell(_ topic: String?) {
        for handler in handlers.withLock({ $0 }) { handler(topic) }
    }
}
