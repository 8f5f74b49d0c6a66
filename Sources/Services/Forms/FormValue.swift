import Foundation

/// An answer to one question, in JSON exactly as a person would write it.
public enum FormValue: Sendable, Hashable {
    /// Words, a day, a code, a picked option.
    case string(String)
    /// A number or an amount.
    case number(Decimal)
    /// Yes or no.
    case bool(Bool)
    /// Picked options.
    case list([String])
    /// Rows of a table: the answer under each column's name.
    case table([[String: FormValue]])

    /// Whether nothing was answered: no words but spaces, no picks, no rows.
    public var isEmpty: Bool {
        switch self {
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .number, .bool: false
        case .list(let picks): picks.isEmpty
        case .table(let rows): rows.isEmpty
        }
    }

    /// The answer as text, when it is a single one: numbers without grouping, true and false in words.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .list, .table: nil
        }
    }
}

extension FormValue: Codable {
    /// An explicit `null` is an unanswered question, the same as an empty string.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if box.decodeNil() {
            self = .string("")
        } else if let flag = try? box.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? box.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? box.decode(String.self) {
            self = .string(text)
        } else if let picks = try? box.decode([String].self) {
            self = .list(picks)
        } else {
            self = .table(try box.decode([[String: FormValue]].self))
        }
    }

    /// Writes the plain value.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        switch self {
        case .string(let text): try box.encode(text)
        case .number(let number): try box.encode(number)
        case .bool(let flag): try box.encode(flag)
        case .list(let picks): try box.encode(picks)
        case .table(let rows): try box.encode(rows)
        }
    }
}

extension FormValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// Words.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
