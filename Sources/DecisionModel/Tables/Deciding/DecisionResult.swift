/// What a table decided.
public struct DecisionResult: Sendable, Hashable {
    /// The decision: one output as it is, several as a context, a list where the hit policy collects.
    public let value: Value
    /// The decision as FEEL writes it.
    public let text: String
    /// The rules that matched, counted from 1, in the order of the table.
    public let matchedRules: [Int]
    /// What was put in, column by column.
    public let inputs: [Value]
    /// Why something was `null` on the way.
    public let remarks: [FEELError]
}
