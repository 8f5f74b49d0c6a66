/// An expression that has been read and can be evaluated any number of times.
public struct FEELExpression: Sendable {
    /// The expression as it was written.
    public let source: String
    /// The names it needs from outside, each once, in the order in which they stand.
    public let names: [String]
    let node: FEELNode

    /// The longest expression that is read, in characters: its terms nest no deeper than the stack bears.
    static let maximumLength = 4000

    /// Reads an expression; throws with the column where it cannot go on.
    ///
    /// - Parameter names: variables whose names hold signs, such as `loan-to-value`; without them a name is
    ///   letters, digits and `_`, in several words if need be.
    public init(_ source: String, names: [String] = []) throws(FEELError) {
        var parser = try FEELParser(reading: source, names: names)
        node = try parser.expression()
        try parser.expectEnd()
        self.source = source
        self.names = parser.free.withoutRepeats
    }

    /// The value of the expression; names that are not among the variables are `null`, and so is everything
    /// when it had to be stopped.
    public func value(in variables: Variables) -> Value {
        (try? evaluate(variables))?.value ?? .null
    }

    /// The value of the expression and why parts of it are `null`.
    ///
    /// Throws when it takes more than the limits of the surroundings allow.
    public func evaluate(
        _ variables: Variables, _ surroundings: FEELSurroundings = .none
    ) throws(FEELError) -> FEELResult {
        var evaluator = FEELEvaluator(variables, surroundings)
        let value = try evaluator.value(of: node)
        return FEELResult(
            value: try evaluator.plain(value), text: try evaluator.text(of: value),
            remarks: evaluator.remarks)
    }
}

/// Two expressions are equal when they are written alike.
extension FEELExpression: Hashable {
    /// Whether both are written alike.
    public static func == (left: FEELExpression, right: FEELExpression) -> Bool {
        left.source == right.source
    }
    /// Feeds the source into a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

extension FEELParser {
    init(reading source: String, names: [String]) throws(FEELError) {
        guard source.utf8.count <= 4 * FEELExpression.maximumLength,
            source.count <= FEELExpression.maximumLength
        else {
            throw FEELError(
                column: FEELExpression.maximumLength + 1,
                message: "表达式超过 \(FEELExpression.maximumLength) 个字符")
        }
        self.init(tokens: try FEELLexer.tokens(of: source), known: names.compactMap(FEELKnownName.init))
    }
}

extension [String] {
    /// Each once, where it stands first.
    var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
