import Synchronization

/// Who makes which page at the moment, and who waits for it.
final class PageTurns: Sendable {
    private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Whether nobody is making this page yet; then the caller is, until ``end(_:)``.
    func begin(_ key: String) -> Bool {
        waiting.withLock { waiting in
            guard waiting[key] == nil else { return false }
            waiting[key] = []
            return true
        }
    }

    /// The page is made, kept or not.
    func end(_ key: String) {
        let visitors = waiting.withLock { $0.removeValue(forKey: key) } ?? []
        for visitor in visitors { visitor.resume() }
    }

    /// Waits until whoever makes this page is done with it.
    func finished(_ key: String) async {
        await withCheckedContinuation { visitor in
            let isOver = waiting.withLock { waiting in
                guard waiting[key] != nil else { return true }
                waiting[key]?.append(visitor)
                return false
            }
            if isOver { visitor.resume() }
        }
    }
}
