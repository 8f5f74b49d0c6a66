public import Refusals

/// Why a table does not decide about an input; rules are counted from 1.
public enum DecisionError: Error, Sendable, Hashable {
    /// The hit policy is U, and several rules match.
    case notUnique(rules: [Int])
    /// The hit policy is A, and the rules that match do not say the same.
    case contradicting(rules: [Int])
    /// The input is not among the values the column allows.
    case inputNotAllowed(input: String, value: String)
    /// The input is of another type than the column says.
    case inputOfOtherType(input: String, type: String, value: String)
    /// The output is not among the values the column allows.
    case outputNotAllowed(rule: Int?, output: String, value: String)
    /// The outputs cannot be added up or put in order.
    case notSummable(rules: [Int])
    /// A cell took more steps than are allowed.
    case stopped(place: String, FEELError)

    /// What happened, in words for the person at the desk.
    public var sentence: Sentence {
        switch self {
        case .notUnique(let rules): "判定表只允许一条规则适用，规则 \(Self.list(rules)) 却同时适用。"
        case .contradicting(let rules): "规则 \(Self.list(rules)) 同时适用，结论却不相同。"
        case .inputNotAllowed(let input, let value): "「\(input)」不能是 \(value)。"
        case .inputOfOtherType(let input, let type, let value): "「\(input)」应当是 \(type)，不能是 \(value)。"
        case .outputNotAllowed(let rule?, let output, let value):
            "规则 \(rule) 的结论「\(output)」不能是 \(value)。"
        case .outputNotAllowed(nil, let output, let value): "默认的结论「\(output)」不能是 \(value)。"
        case .notSummable(let rules): "规则 \(Self.list(rules)) 的结论不能合计或比较大小。"
        case .stopped(let place, let error): "\(place)，第 \(error.column) 列：\(error.message)。"
        }
    }

    private static func list(_ rules: [Int]) -> String {
        rules.prefix(10).map(String.init).joined(separator: "、") + (rules.count > 10 ? " 等" : "")
    }
}
