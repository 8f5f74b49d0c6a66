/// How far finished cases went as drawn.
public struct ConformanceStatistics: Sendable, Codable {
    /// How often something was not as drawn.
    public struct Departure: Sendable, Hashable, Codable {
        /// In how many cases.
        public internal(set) var cases = 0
        /// A few of them.
        public internal(set) var examples = Examples()

        /// In no case yet.
        public init() {}

        /// Those of both.
        public mutating func merge(_ other: Departure) {
            cases += other.cases
            examples.merge(other.examples)
        }
    }

    private struct Tokens: Sendable, Codable {
        var missing = 0
        var consumed = 0
        var remaining = 0
        var produced = 0
    }

    /// Cases replayed.
    public private(set) var cases = 0
    /// Of those, the cases that went as drawn.
    public private(set) var fit = 0
    /// What was not as drawn, and where.
    public private(set) var deviations: [Replay.Deviation: Departure] = [:]
    private var tokens = Tokens()

    /// Nothing looked at yet.
    public init() {}

    /// The fitness of the whole log, from 0 to 1; nil when nothing was replayed.
    public var fitness: Double? {
        cases == 0
            ? nil : Replay.fitness(tokens.missing, tokens.consumed, tokens.remaining, tokens.produced)
    }

    /// Looks at the replay of one more case.
    ///
    /// - Parameter number: what people know the case by.
    public mutating func add(_ replay: Replay, of number: String) {
        cases += 1
        if replay.isFit { fit += 1 }
        for deviation in replay.deviations {
            deviations[deviation, default: Departure()].cases += 1
            deviations[deviation, default: Departure()].examples.add(number)
        }
        tokens.missing += replay.missing
        tokens.consumed += replay.consumed
        tokens.remaining += replay.remaining
        tokens.produced += replay.produced
    }
}
