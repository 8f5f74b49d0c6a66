import WorkingTime

/// How long the steps of finished cases waited for somebody, and how long somebody was at them.
///
/// Where nobody said that they took a step, the two cannot be told apart, and it is counted as untaken.
public struct WaitingStatistics: Sendable, Codable {
    /// What is known of one step.
    public struct Step: Sendable, Codable {
        /// The name people read, as the last case had it.
        public internal(set) var name: String
        /// From the moment it came up until it was taken, in seconds of natural time.
        public internal(set) var waiting = Spread()
        /// The same in working days.
        public internal(set) var waitingDays = Spread()
        /// From the moment it was taken until it was done, in seconds of natural time.
        public internal(set) var working = Spread()
        /// The same in working days.
        public internal(set) var workingDays = Spread()
        /// How often it was done without having been taken.
        public internal(set) var untaken = 0
        /// Cases that waited longest.
        public internal(set) var longest = Examples()
    }

    /// The steps by their elements.
    public private(set) var steps: [String: Step] = [:]

    /// Nothing looked at yet.
    public init() {}

    /// Seconds all steps waited, and were worked on.
    public var totals: (waiting: Int, working: Int) {
        steps.values.reduce((0, 0)) { ($0.0 + $1.waiting.total, $0.1 + $1.working.total) }
    }

    /// Steps of which it is not known when they were taken.
    public var untaken: Int { steps.values.reduce(0) { $0 + $1.untaken } }

    /// Looks at one more case; one that is under way is left out, and so are the steps of the applicant, who takes none.
    ///
    /// - Parameter workingDays: how many working days lie between two moments.
    public mutating func add(
        _ trace: CaseTrace, except applicant: String, workingDays: (Instant, Instant) -> Int
    ) {
        guard trace.closedAt != nil else { return }
        for event in trace.events where event.organ != applicant { add(event, of: trace.number, workingDays) }
    }

    private mutating func add(
        _ event: LogEvent, of number: String, _ workingDays: (Instant, Instant) -> Int
    ) {
        var step = steps[event.step] ?? Step(name: event.name)
        step.name = event.name
        if let taken = event.startedAt {
            step.waiting.add(taken - event.offeredAt)
            step.longest.add(number, weight: taken - event.offeredAt)
            step.waitingDays.add(workingDays(event.offeredAt, taken))
            step.working.add(max(0, event.doneAt - taken))
            step.workingDays.add(workingDays(taken, event.doneAt))
        } else {
            step.untaken += 1
        }
        steps[event.step] = step
    }
}
