import struct Foundation.Decimal

/// What an expression means.
indirect enum FEELTerm: Sendable, Hashable {
    case literal(Value)
    case path([String])
    case entry(FEELTerm, String)
    case list([FEELTerm])
    case negated(FEELTerm)
    case not(FEELTerm)
    case and(FEELTerm, FEELTerm)
    case or(FEELTerm, FEELTerm)
    case comparison(FEELTerm, FEELComparison, FEELTerm)
    case arithmetic(FEELTerm, FEELArithmetic, FEELTerm)
    case membership(FEELTerm, [FEELTerm])
    case conditional(FEELTerm, then: FEELTerm, else: FEELTerm)
}

extension FEELTerm {
    func value(in variables: Variables) -> Value {
        switch self {
        case .literal(let value): value
        case .path(let path): Value.context(variables).value(at: path)
        case .entry(let term, let name): term.value(in: variables).value(at: [name])
        case .list(let terms): .list(terms.map { $0.value(in: variables) })
        case .negated(let term): FEELArithmetic.minus.apply(0, term.value(in: variables))
        case .not(let term): term.truth(in: variables).map { .bool(!$0) } ?? .null
        case .and(let left, let right):
            Self.conjunction(left.truth(in: variables), right.truth(in: variables))
        case .or(let left, let right):
            Self.disjunction(left.truth(in: variables), right.truth(in: variables))
        case .comparison(let left, let comparison, let right):
            comparison.apply(left.value(in: variables), right.value(in: variables))
        case .arithmetic(let left, let operation, let right):
            operation.apply(left.value(in: variables), right.value(in: variables))
        case .membership(let term, let terms):
            Self.membership(of: term.value(in: variables), in: terms.map { $0.value(in: variables) })
        case .conditional(let condition, let consequence, let alternative):
            condition.truth(in: variables) == true
                ? consequence.value(in: variables) : alternative.value(in: variables)
        }
    }

    /// The third truth value is `nil`: what is neither true nor false counts as unknown.
    private func truth(in variables: Variables) -> Bool? {
        if case .bool(let truth) = value(in: variables) { truth } else { nil }
    }

    /// DMN 1.5, table 50: false wins over unknown.
    private static func conjunction(_ left: Bool?, _ right: Bool?) -> Value {
        if left == false || right == false { return false }
        return left == true && right == true ? true : .null
    }

    /// DMN 1.5, table 50: true wins over unknown.
    private static func disjunction(_ left: Bool?, _ right: Bool?) -> Value {
        if left == true || right == true { return true }
        return left == false && right == false ? false : .null
    }

    /// `x in (a, b)` and `x in [a, b]` hold when one of them equals x; a list stands for its members.
    private static func membership(of value: Value, in choices: [Value]) -> Value {
        let members = choices.flatMap { choice in
            if case .list(let members) = choice, value.kind != choice.kind { members } else { [choice] }
        }
        let answers = members.map { FEELComparison.equal.apply(value, $0) }
        if answers.contains(true) { return true }
        return answers.contains(.null) ? .null : false
    }
}
