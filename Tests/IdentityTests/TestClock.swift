import Synchronization
import WorkingTime

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_795_226_400_000))

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    func advance(minutes: Int) { advance(seconds: minutes * 60) }
}
