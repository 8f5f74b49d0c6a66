import WorkingTime

/// What the finished cases of a process have in common: the paths they took and what followed what. Cases under way are
/// counted and not judged.
public struct ProcessStatistics: Sendable, Codable {
    /// Paths that are told apart; cases on any further one are counted together.
    public static let mostVariants = 1_000

    /// Two steps of which the second was done right after the first.
    public struct Pair: Sendable, Hashable, Codable {
        /// Done first.
        public let from: String
        /// Done next.
        public let to: String

        /// Two steps by their elements.
        public init(_ from: String, _ to: String) { (self.from, self.to) = (from, to) }
    }

    /// What is known of one step.
    public struct Step: Sendable, Codable {
        /// The name people read, as the last case had it.
        public internal(set) var name: String
        /// From the moment it came up until it was done, in seconds of natural time.
        public internal(set) var natural = Spread()
        /// The same in working days.
        public internal(set) var working = Spread()
        /// How often it was done in a case where it had been done before.
        public internal(set) var repetitions = 0
    }

    /// Changes of organ, and of person.
    public struct Handovers: Sendable, Hashable, Codable {
        /// To another organ.
        public internal(set) var organs = 0
        /// To another person.
        public internal(set) var persons = 0
    }

    /// Cases that are over.
    public private(set) var finished = 0
    /// Cases under way.
    public private(set) var underWay = 0
    /// How long cases took by the path they took.
    public private(set) var variants: [[String]: Spread] = [:]
    /// Cases on paths that are not told apart.
    public private(set) var unlisted = 0
    /// How often one step followed another.
    public private(set) var follows: [Pair: Int] = [:]
    /// The steps by their elements.
    public private(set) var steps: [String: Step] = [:]
    /// How long cases took by organ in charge.
    public private(set) var organs: [String: Spread] = [:]
    /// How long cases took by version of the process.
    public private(set) var versions: [Int: Spread] = [:]
    /// How long all took.
    public private(set) var durations = Spread()
    /// Steps done again, in all cases.
    public private(set) var repetitions = 0
    /// Changes of organ, and of person, from one step to the next.
    public private(set) var handovers = Handovers()

    /// Nothing looked at yet.
    public init() {}

    /// Looks at one more case.
    ///
    /// - Parameter workingDays: how many working days lie between the beginning and the end of a step.
    public mutating func add(_ trace: CaseTrace, workingDays: (LogEvent) -> Int) {
        guard let seconds = trace.seconds else { return underWay += 1 }
        finished += 1
        durations.add(seconds)
        organs[trace.organ, default: Spread()].add(seconds)
        versions[trace.version, default: Spread()].add(seconds)
        addPath(trace, seconds)
        repetitions += trace.repetitions
        handovers.organs += trace.organHandovers
        handovers.persons += trace.personHandovers
        addSteps(trace, workingDays)
    }

    private mutating func addPath(_ trace: CaseTrace, _ seconds: Int) {
        let path = trace.path
        for (from, to) in zip(path, path.dropFirst()) { follows[Pair(from, to), default: 0] += 1 }
        guard variants[path] != nil || variants.count < Self.mostVariants else { return unlisted += 1 }
        variants[path, default: Spread()].add(seconds)
    }

    private mutating func addSteps(_ trace: CaseTrace, _ workingDays: (LogEvent) -> Int) {
        var seen: Set<String> = []
        for event in trace.events {
            var step = steps[event.step] ?? Step(name: event.name)
            step.name = event.name
            step.natural.add(max(0, event.doneAt - event.offeredAt))
            step.working.add(workingDays(event))
            if !seen.insert(event.step).inserted { step.repetitions += 1 }
            steps[event.step] = step
        }
    }
}
