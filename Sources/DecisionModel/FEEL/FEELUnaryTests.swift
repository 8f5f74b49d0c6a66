/// What a cell of a decision table asks of its input (DMN 1.5, §7.3.4): `-`, `< 5`, `[1..10]`, `"甲", "乙"`,
/// `not("丙")`, `? > 今年` …
public struct FEELUnaryTests: Sendable {
    /// The cell as it was written.
    public let source: String
    /// The names it needs from outside, each once.
    public let names: [String]
    let isNegated: Bool
    /// The tests, one of which must hold; none when anything will do.
    let tests: [FEELTest]

    /// Reads a cell; an empty one asks nothing, like `-`.
    public init(_ source: String, names: [String] = []) throws(FEELError) {
        self.source = source
        guard source.contains(where: { !$0.isWhitespace }) else {
            (self.names, isNegated, tests) = ([], false, [])
            return
        }
        var parser = try FEELParser(reading: source, names: names)
        (isNegated, tests) = try parser.unaryTests()
        self.names = parser.free.withoutRepeats
    }

    /// Whether the cell asks nothing.
    public var admitsAnything: Bool { tests.isEmpty }

    /// Whether the input passes; unknown counts as no.
    public func admits(
        _ input: Value, _ variables: Variables = [:], _ surroundings: FEELSurroundings = .none
    ) throws(FEELError) -> Bool {
        var evaluator = FEELEvaluator(variables, surroundings)
        return try evaluator.admits(FEELValue(input), self)
    }
}
