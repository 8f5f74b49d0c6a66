/// In how many cases which material was asked for twice.
public struct RepetitionStatistics: Sendable, Codable {
    /// What is known of one way in which one material was asked for twice.
    public struct Finding: Sendable, Hashable, Codable {
        /// What the material is called, as the last case had it.
        public internal(set) var name: String
        /// In how many cases.
        public internal(set) var cases = 0
        /// A few of them.
        public internal(set) var examples = Examples()
    }

    /// Cases looked at, those under way too.
    public private(set) var looked = 0
    /// What was found.
    public private(set) var found: [Repetition: Finding] = [:]

    /// Nothing looked at yet.
    public init() {}

    /// Looks at one more case.
    ///
    /// - Parameters:
    ///   - number: what people know the case by.
    ///   - repetitions: what was asked for twice in it, with what the materials are called.
    public mutating func add(_ number: String, _ repetitions: [Repetition: String]) {
        looked += 1
        for (repetition, name) in repetitions {
            var finding = found[repetition] ?? Finding(name: name)
            finding.name = name
            finding.cases += 1
            finding.examples.add(number)
            found[repetition] = finding
        }
    }
}
