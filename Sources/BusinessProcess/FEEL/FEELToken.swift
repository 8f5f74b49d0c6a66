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
        "and", "or", "not", "in", "if", "then", "else", "true", "false", "null",
    ]
    /// Words of FEEL that begin what is not read yet: better refused than taken for a name.
    static let reserved: Set<String> = [
        "for", "return", "some", "every", "satisfies", "function", "instance", "between", "external",
    ]
    static let symbols = ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."]

    let kind: Kind
    let column: Int
}
