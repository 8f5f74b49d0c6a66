/// The Friendly Enough Expression Language of DMN 1.5, chapter 10: the part conditions are written in.
///
/// Names and dotted paths, numbers, strings, `true`, `false`, `null`, lists, arithmetic, comparisons,
/// `in`, `and`, `or`, `not(…)` and `if … then … else …`. What is outside this part is refused by name
/// and column when it is read, never misunderstood.
public enum FEEL {
    /// The value of an expression.
    ///
    /// Throws when the expression cannot be read; evaluating one that can never fails, because FEEL
    /// answers `null` where others would raise an error.
    public static func evaluate(_ expression: String, _ variables: Variables) throws(FEELError) -> Value {
        try FEELExpression(expression).value(in: variables)
    }
}

/// Why an expression cannot be read.
public struct FEELError: Error, Sendable, Hashable {
    /// Where, in characters from the start of the expression, counted from 1.
    public let column: Int
    /// What is wrong, in Chinese.
    public let message: String
}

/// An expression that has been read and can be evaluated any number of times.
public struct FEELExpression: Sendable, Hashable {
    /// The expression as it was written.
    public let source: String
    let term: FEELTerm

    /// The longest expression that is read, in characters: its terms nest no deeper than the stack bears.
    private static let maximumLength = 2000

    /// Reads an expression; throws with the column where it cannot go on.
    public init(_ source: String) throws(FEELError) {
        guard source.count <= Self.maximumLength else {
            throw FEELError(column: Self.maximumLength + 1, message: "表达式超过 \(Self.maximumLength) 个字符")
        }
        var parser = FEELParser(tokens: try FEELLexer.tokens(of: source))
        self.source = source
        term = try parser.expression()
        try parser.expectEnd()
    }

    /// The value of the expression; names that are not among the variables are `null`.
    public func value(in variables: Variables) -> Value { term.value(in: variables) }
}
