import Refusals

/// What came of an example.
public struct DecisionTrial: Sendable, Hashable {
    /// The example.
    public let example: DecisionExample
    /// What the table decided, or why it did not.
    public let outcome: Result<DecisionResult, DecisionError>

    /// Whether it is what was expected.
    public var passes: Bool { (try? outcome.get())?.value == example.expected }

    /// What came of it, in Chinese, rules and all.
    public var words: String {
        switch outcome {
        case .success(let result):
            let rules = result.matchedRules.map(String.init).joined(separator: "、")
            let reason = rules.isEmpty ? "没有规则适用" : "规则 \(rules) 适用"
            return passes ? "符合（\(reason)）" : "结果是 \(result.text)（\(reason)）"
        case .failure(let error): return error.sentence.chinese
        }
    }
}

extension Decision {
    /// Tries every example of the table.
    public func trials(_ surroundings: FEELSurroundings = .none) -> [DecisionTrial] {
        table.examples.map { example in
            do throws(DecisionError) {
                let result = try decide(example.given, surroundings)
                return DecisionTrial(example: example, outcome: .success(result))
            } catch {
                return DecisionTrial(example: example, outcome: .failure(error))
            }
        }
    }
}
