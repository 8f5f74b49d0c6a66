import Foundation

/// A value of a SCIM message: what JSON can say (RFC 7643 §2.3).
enum ScimValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([ScimValue])
    case object([String: ScimValue])

    /// The text, if it is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The truth, if it is one.
    var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

    /// The elements, if it is a list.
    var list: [ScimValue]? { if case .list(let list) = self { list } else { nil } }

    /// The members, if it is an object.
    var object: [String: ScimValue]? { if case .object(let object) = self { object } else { nil } }

    /// Whether it is the same as not being there (RFC 7643 §2.5).
    var isUnassigned: Bool {
        switch self {
        case .null: true
        case .list(let list): list.isEmpty
        case .object(let members): members.values.allSatisfy(\.isUnassigned)
        default: false
        }
    }

    /// What a filter compares: the value itself, or the `value` of a complex one (RFC 7644 §3.4.2.2).
    var compared: ScimValue { object?["value"] ?? self }
}

extension ScimValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([ScimValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: ScimValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members)
        }
    }
}

extension ScimValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(arrayLiteral elements: ScimValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, ScimValue)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
