import JWTKit

/// What may stand in a token.
enum ClaimValue: Sendable, Hashable, Codable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([ClaimValue])
    case object([String: ClaimValue])
    /// A fraction or null: nothing of ours, and nothing we read.
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([ClaimValue].self) {
            self = .list(value)
        } else if let value = try? container.decode([String: ClaimValue].self) {
            self = .object(value)
        } else {
            self = .other
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        case .other: try container.encodeNil()
        }
    }

    var text: String? {
        if case .text(let value) = self { value } else { nil }
    }
}

extension ClaimValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// The claims of one token.
struct Claims: JWTPayload, Hashable {
    var values: [String: ClaimValue]

    init(_ values: [String: ClaimValue]) { self.values = values }

    init(from decoder: any Decoder) throws { values = try [String: ClaimValue](from: decoder) }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    /// Times are looked at where the token is used: a hint may be out of date.
    func verify(using algorithm: some JWTAlgorithm) throws {}

    subscript(_ name: String) -> String? { values[name]?.text }

    /// Whether the token was made for this program.
    func isFor(_ clientID: String) -> Bool {
        switch values["aud"] {
        case .text(let audience): audience == clientID
        case .list(let audiences): audiences.contains(.text(clientID))
        default: false
        }
    }
}
