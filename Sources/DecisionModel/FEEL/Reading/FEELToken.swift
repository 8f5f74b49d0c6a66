import struct Foundation.Decimal

/// A word of an expression and where it stands.
struct FEELToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number(Decimal)
        case string(String)
        case name(String)
        case keyword(String)
        case symbol(String)
        case end
    }

    static let keywords: Set<String> = [
        "and", "or", "not", "in", "if", "then", "else", "true", "false", "null", "for", "return", "some",
        "every", "satisfies", "function", "between",
    ]
    static let symbols = [
        "**", "!=", "<=", ">=", "..", "->", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}",
        ",", ".", ":", "@", "?", "'",
    ]

    let kind: Kind
    let column: Int

    /// The word as part of a name.
    var text: String {
        switch kind {
        case .name(let text), .keyword(let text), .symbol(let text): text
        case .number(let number): "\(number)"
        case .string, .end: ""
        }
    }

    var isWord: Bool { if case .name = kind { true } else { false } }
}
