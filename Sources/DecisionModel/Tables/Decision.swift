/// A table whose every cell has been read, ready to decide any number of times.
public struct Decision: Sendable {
    /// The table.
    public let table: DecisionTable
    let inputs: [Input]
    let outputs: [Output]
    let rules: [Rule]

    struct Input: Sendable {
        let title: String
        let expression: FEELExpression
        let type: FEELType?
        let typeName: String
        let allowed: FEELUnaryTests
    }

    struct Output: Sendable {
        let name: String
        let title: String
        let type: FEELType?
        let allowed: FEELUnaryTests
        let fallback: FEELExpression?
    }

    struct Rule: Sendable {
        let number: Int
        let conditions: [FEELUnaryTests]
        let conclusions: [FEELExpression]
    }

    /// The largest table that is read.
    public static let maximumRules = 2000
    /// The most columns of inputs, and of outputs.
    public static let maximumColumns = 40

    /// Reads every cell; throws with everything that is wrong at once.
    ///
    /// - Parameter names: variables whose names hold signs, such as `loan-to-value`.
    public init(_ table: DecisionTable, names: [String] = []) throws(DecisionFindings) {
        var reader = DecisionReader(table, names: names)
        self.table = table
        inputs = reader.inputs()
        outputs = reader.outputs()
        rules = reader.rules()
        reader.checkShape()
        guard reader.findings.isEmpty else { throw DecisionFindings(findings: reader.findings) }
    }

    /// The names that must be given, each once.
    public var names: [String] {
        let inputs = inputs.flatMap(\.expression.names)
        let cells = rules.flatMap { $0.conditions.flatMap(\.names) + $0.conclusions.flatMap(\.names) }
        let defaults = outputs.flatMap { $0.fallback?.names ?? [] }
        return (inputs + cells + defaults).withoutRepeats
    }
}

extension DecisionTable {
    /// Everything that keeps the table from deciding; empty when it can.
    public var findings: [DecisionFinding] {
        do throws(DecisionFindings) {
            _ = try Decision(self)
            return []
        } catch {
            return error.findings
        }
    }
}
