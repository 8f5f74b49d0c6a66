public import struct Foundation.Decimal

/// The variables an expression can name, by name.
public typealias Variables = [String: Value]

/// A value of FEEL (DMN 1.5, §10.3.2), as far as conditions need it. In JSON it is the plain value.
public enum Value: Sendable, Hashable {
    /// Unknown: a name nothing stands behind, or a comparison that makes no sense.
    case null
    /// True or false.
    case bool(Bool)
    /// A decimal number, so that 0.1 + 0.2 is 0.3.
    case number(Decimal)
    /// Text.
    case string(String)
    /// A list.
    case list([Value])
    /// Named values, reached by a dotted path.
    case context([String: Value])
}

extension Value {
    /// The value at the end of a path such as `["outcomes", "review"]`; `null` where it breaks off.
    func value(at path: some Sequence<String>) -> Value {
        var value = self
        for name in path {
            guard case .context(let context) = value else { return .null }
            value = context[name] ?? .null
        }
        return value
    }
}

extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
    /// Text.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A list.
    public init(arrayLiteral values: Value...) { self = .list(values) }

    /// A context; where a name is given twice the last one counts.
    public init(dictionaryLiteral entries: (String, Value)...) {
        self = .context(Dictionary(entries) { _, last in last })
    }
}

extension Value: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([Value].self) {
            self = .list(values)
        } else {
            self = .context(try container.decode([String: Value].self))
        }
    }

    /// Writes the plain JSON value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .context(let values): try container.encode(values)
        }
    }
}
