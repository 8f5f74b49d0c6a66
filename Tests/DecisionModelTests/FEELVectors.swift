import DecisionModel
import Foundation
import Testing

/// An expression and what comes of it, as FEEL writes it.
struct FEELVector: CustomTestStringConvertible, Sendable {
    let expression: String
    let text: String

    init(_ expression: String, _ text: String) {
        self.expression = expression
        self.text = text
    }

    var testDescription: String { "\(expression) → \(text)" }

    /// One a line, `expression → text`.
    static func lines(_ lines: String) -> [FEELVector] {
        lines.split(separator: "\n").map { line in
            let halves = line.split(separator: " → ")
            return FEELVector(String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
        }
    }

    func check(_ variables: Variables = [:], _ surroundings: FEELSurroundings = .none) throws {
        let read = try FEELExpression(expression, names: variables.spokenNames)
        #expect(try read.evaluate(variables, surroundings).text == text)
    }
}
