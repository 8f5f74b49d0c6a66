import WorkingTime

/// Whether a carrier is asked at all. After some failures, or some answers that took too long, one behind the other it is
/// left in peace; then one message tries it, and its answer decides.
public struct Breaker: Sendable, Hashable {
    /// How it stands.
    public enum State: Sendable, Hashable {
        /// It is asked.
        case closed
        /// It is left in peace until then.
        case open(until: Instant)
        /// One message tries it.
        case trial
    }

    /// So many failures or slow answers one behind the other open it.
    public static let failureLimit = 3
    /// An answer that takes so long counts as slow, in seconds.
    public static let slowSeconds = 5
    /// The first rest; each further one is twice as long, in seconds.
    public static let firstRestSeconds = 30
    /// The longest rest, in seconds.
    public static let longestRestSeconds = 600

    /// How it stands.
    public private(set) var state = State.closed
    private var failures = 0
    private var restSeconds = Breaker.firstRestSeconds

    /// A carrier that has not failed yet.
    public init() {}

    /// Whether the carrier may be asked now.
    public func isReady(at now: Instant) -> Bool {
        switch state {
        case .closed: true
        case .open(let until): now >= until
        case .trial: false
        }
    }

    /// Takes note that it is asked; after a rest that is the trial. False when it may not be.
    public mutating func admit(at now: Instant) -> Bool {
        guard isReady(at: now) else { return false }
        if case .open = state { state = .trial }
        return true
    }

    /// Takes note of an answer.
    public mutating func answer(afterSeconds seconds: Int, at now: Instant) {
        guard seconds < Self.slowSeconds else { return fail(at: now) }
        (state, failures, restSeconds) = (.closed, 0, Self.firstRestSeconds)
    }

    /// Takes note that no answer came, or too late.
    public mutating func fail(at now: Instant) {
        failures += 1
        let isTrial = state == .trial
        guard isTrial || failures >= Self.failureLimit else { return }
        if isTrial { restSeconds = min(restSeconds * 2, Self.longestRestSeconds) }
        (state, failures) = (.open(until: now.adding(seconds: restSeconds)), 0)
    }
}
