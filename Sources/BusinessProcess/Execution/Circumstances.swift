public import DecisionModel

/// What the expressions of a process can ask: what is known of the matter, the clock and the working days.
///
/// A literal such as `["form": …]` knows neither clock nor calendar, as a test mostly wants it.
public struct Circumstances: Sendable, ExpressibleByDictionaryLiteral {
    /// What is known by name.
    public let variables: Variables
    /// The clock, the calendar, and how much an expression may cost.
    public let surroundings: FEELSurroundings

    /// Both together.
    public init(_ variables: Variables, _ surroundings: FEELSurroundings = .none) {
        self.variables = variables
        self.surroundings = surroundings
    }

    /// Names and their values, and nothing around them.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init(Variables(elements) { $1 })
    }
}

extension TokenRun {
    /// What an expression at a node comes to.
    ///
    /// - Throws: `expression` when it had to be stopped: an unfinished answer taken for `null` would send a case the
    ///   wrong way.
    func value(of expression: FEELExpression, at number: Int, scope: Int) throws(ProcessError) -> Value {
        try value(of: expression, in: variables(at: number, scope: scope), at: number)
    }

    /// The same, where several expressions at a node see the same names.
    func value(
        of expression: FEELExpression, in variables: Variables, at number: Int
    ) throws(ProcessError) -> Value {
        do { return try expression.evaluate(variables, given.surroundings).value } catch {
            throw .expression(element: graph[number].node.title, error)
        }
    }
}
