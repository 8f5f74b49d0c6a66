import Synchronization

@testable import Files

/// Time for tests of retrying: pauses take none, the clock stands unless it is moved, and only as many attempts
/// run out of time as are told to.
final class Impatience: Sendable {
    private struct State {
        var now = ContinuousClock.now
        var timingOut: Int
        var pauses: [Duration] = []
    }

    private let state: Mutex<State>

    init(timingOut: Int = 0) { state = Mutex(State(timingOut: timingOut)) }

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func pass(_ length: Duration) { state.withLock { $0.now += length } }

    var retrying: Retrying {
        var retrying = Retrying()
        let limit = retrying.attemptLimit
        retrying.now = { self.state.withLock { $0.now } }
        retrying.sleep = { length in
            if length < limit { return self.state.withLock { $0.pauses.append(length) } }
            let isOver = self.state.withLock { state in
                state.timingOut -= 1
                return state.timingOut >= 0
            }
            // Cancelled as soon as the attempt has ended.
            if !isOver { try await Task.sleep(for: .seconds(3_600)) }
        }
        return retrying
    }
}
