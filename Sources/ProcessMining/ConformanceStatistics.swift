/// How far finished cases went as drawn.
public struct ConformanceStatistics: Sendable {
    /// Cases replayed.
    public private(set) var cases = 0
    /// Of those, the cases that went as drawn.
    public private(set) var fit = 0
    /// In how many cases something was not as drawn.
    public private(set) var deviations: [Replay.Deviation: Int] = [:]
    private var tokens = (missing: 0, consumed: 0, remaining: 0, produced: 0)

    /// Nothing looked at yet.
    public init() {}

    /// The fitness of the whole log, from 0 to 1; nil when nothing was replayed.
    public var fitness: Double? {
        cases == 0
            ? nil : Replay.fitness(tokens.missing, tokens.consumed, tokens.remaining, tokens.produced)
    }

    /// Looks at the replay of one more case.
    public mutating func add(_ replay: Replay) {
        cases += 1
        if replay.isFit { fit += 1 }
        for deviation in replay.deviations { deviations[deviation, default: 0] += 1 }
        tokens.missing += replay.missing
        tokens.consumed += replay.consumed
        tokens.remaining += replay.remaining
        tokens.produced += replay.produced
    }
}
