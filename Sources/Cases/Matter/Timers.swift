import BusinessProcess
import WorkingTime

/// Timers of the process that have run out.
extension Matter {
    /// Fires every timer that is due, in order, until none is.
    public mutating func fireTimers(on occasion: Occasion) throws {
        while let (position, timer) = nextDue(at: occasion.now) {
            cases[position].timers.removeAll { $0 == timer }
            guard var instance = cases[position].process else { continue }
            let effects = try instance.fire(
                timer: timer.activity, boundary: timer.boundary, in: try definition(of: position),
                variables: variables(of: position))
            cases[position].process = instance
            try apply(effects, to: position, on: occasion)
            settle(by: occasion.calendar, now: occasion.now)
        }
    }

    /// Whether a timer has run out and waits to fire.
    func hasDueTimer(at now: Instant) -> Bool { nextDue(at: now) != nil }

    private func nextDue(at now: Instant) -> (Int, CaseTimer)? {
        for (position, subject) in cases.enumerated() {
            if let timer = subject.timers.first(where: { $0.dueAt.map { $0 < now } ?? false }) {
                return (position, timer)
            }
        }
        return nil
    }
}
