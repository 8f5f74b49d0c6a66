import WorkingTime

/// What would have been saved if two spans that were one behind the other had begun together: the sum of both against the
/// longer one.
public struct SerialSaving: Sendable, Hashable, Codable {
    /// Cases in which the second began when the first was over.
    public var cases: Int { saved.count }
    /// Both together, in seconds of natural time.
    public private(set) var sums = Spread()
    /// The longer one.
    public private(set) var longest = Spread()
    /// The difference.
    public private(set) var saved = Spread()
    /// Cases in which they were under way at the same time already.
    public private(set) var overlapping = 0
    /// Cases in which one of them was done more than once: they are not judged.
    public private(set) var repeated = 0
    /// Of the cases, those in which the same person did both: without another pair of hands nothing is saved.
    public private(set) var samePerson = 0
    /// Cases in which most would have been saved.
    public private(set) var examples = Examples()

    /// Nothing looked at yet.
    public init() {}

    /// Two spans of a case, in seconds, that were one behind the other.
    mutating func add(_ first: Int, _ second: Int, samePerson isSame: Bool, of number: String) {
        sums.add(first + second)
        longest.add(max(first, second))
        saved.add(min(first, second))
        if isSame { samePerson += 1 }
        examples.add(number, weight: min(first, second))
    }

    mutating func addOverlapping() { overlapping += 1 }

    mutating func addRepeated() { repeated += 1 }

    /// The cases of both.
    public mutating func merge(_ other: SerialSaving) {
        sums.merge(other.sums)
        longest.merge(other.longest)
        saved.merge(other.saved)
        overlapping += other.overlapping
        repeated += other.repeated
        samePerson += other.samePerson
        examples.merge(other.examples)
    }
}

/// How finished cases went through steps that stand behind one another without need.
public struct SerialStatistics: Sendable, Codable {
    /// How two steps were done in a case.
    enum Course: Equatable {
        /// One of them was not done.
        case absent
        /// One of them was done again.
        case repeated
        /// Both were under way at the same time.
        case overlapping
        /// The second came up when the first was done.
        case serial(LogEvent, LogEvent)
    }

    /// What would have been saved, by the pair.
    public private(set) var savings: [ProcessStatistics.Pair: SerialSaving] = [:]

    /// Nothing looked at yet.
    public init() {}

    /// Looks at one more case for the pairs of its process; one that is under way is left out.
    public mutating func add(_ trace: CaseTrace, pairs: [ProcessStatistics.Pair]) {
        guard trace.closedAt != nil else { return }
        for pair in pairs {
            var saving = savings[pair] ?? SerialSaving()
            switch Self.course(of: pair, in: trace) {
            case .absent: break
            case .repeated: saving.addRepeated()
            case .overlapping: saving.addOverlapping()
            case .serial(let first, let second):
                saving.add(
                    first.seconds, second.seconds,
                    samePerson: first.person != nil && first.person == second.person, of: trace.number)
            }
            savings[pair] = saving
        }
    }

    /// Whether a case is one of those whose two steps were done one behind the other.
    public static func isSerial(_ pair: ProcessStatistics.Pair, in trace: CaseTrace) -> Bool {
        guard trace.closedAt != nil, case .serial = course(of: pair, in: trace) else { return false }
        return true
    }

    static func course(of pair: ProcessStatistics.Pair, in trace: CaseTrace) -> Course {
        let first = trace.events.filter { $0.step == pair.from }
        let second = trace.events.filter { $0.step == pair.to }
        guard let one = first.first, let other = second.first else { return .absent }
        guard first.count == 1, second.count == 1 else { return .repeated }
        return other.offeredAt >= one.doneAt ? .serial(one, other) : .overlapping
    }
}

extension LogEvent {
    /// From the moment it came up until it was done, in seconds of natural time.
    public var seconds: Int { max(0, doneAt - offeredAt) }
}
