import Foundation

/// The comparisons of FEEL (DMN 1.5, table 53).
enum FEELComparison: String, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Unknown where the values are of different kinds; only `null` may be compared with anything.
    func apply(_ left: Value, _ right: Value) -> Value {
        switch self {
        case .equal: Self.equality(left, right)
        case .unequal: Self.equality(left, right).inverted
        case .less: Self.order(left, right).map { .bool($0 < 0) } ?? .null
        case .lessOrEqual: Self.order(left, right).map { .bool($0 <= 0) } ?? .null
        case .greater: Self.order(left, right).map { .bool($0 > 0) } ?? .null
        case .greaterOrEqual: Self.order(left, right).map { .bool($0 >= 0) } ?? .null
        }
    }

    private static func equality(_ left: Value, _ right: Value) -> Value {
        if left == .null || right == .null { return .bool(left == right) }
        return left.kind == right.kind ? .bool(left == right) : .null
    }

    private static func order(_ left: Value, _ right: Value) -> Int? {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.string(let left), .string(let right)): left < right ? -1 : left == right ? 0 : 1
        default: nil
        }
    }
}

/// The arithmetic of FEEL (DMN 1.5, §10.3.2.12).
enum FEELArithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"

    /// Unknown where one side is not a number, and where zero divides.
    func apply(_ left: Value, _ right: Value) -> Value {
        if self == .plus, case (.string(let left), .string(let right)) = (left, right) {
            return .string(left + right)
        }
        guard case (.number(let left), .number(let right)) = (left, right) else { return .null }
        let result =
            switch self {
            case .plus: left + right
            case .minus: left - right
            case .times: left * right
            case .dividedBy: right == 0 ? Decimal.nan : left / right
            }
        return result.isNaN ? .null : .number(result)
    }
}

extension Value {
    /// Which kind of value it is; values of different kinds cannot be compared.
    var kind: Int {
        switch self {
        case .null: 0
        case .bool: 1
        case .number: 2
        case .string: 3
        case .list: 4
        case .context: 5
        }
    }

    fileprivate var inverted: Value { if case .bool(let truth) = self { .bool(!truth) } else { .null } }
}
