/// A statement in the portable dialect, written as a string literal; every `\(value)` in it is bound, never
/// spliced.
///
/// ```swift
/// let query: SQL = "SELECT id FROM person WHERE name = \(name) AND division IN \(list: divisions)"
/// ```
/// The text can only come from literals of the program (`StaticString`): there is no way to put a string
/// that was made at run time into it.
public struct SQL: Sendable, Hashable {
    /// The text with `?` where a value is bound.
    let text: String
    /// The bound values, in order.
    let values: [SQLValue]

    init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// Fragments one after another with a separator: conditions with `" AND "`, assignments with `", "`.
    /// No fragments give empty text.
    public static func joined(_ fragments: [SQL], _ separator: StaticString) -> SQL {
        SQL(
            text: fragments.map(\.text).joined(separator: separator.description),
            values: fragments.flatMap(\.values))
    }

    /// Two fragments, one after the other.
    public static func + (first: SQL, second: SQL) -> SQL {
        SQL(text: first.text + second.text, values: first.values + second.values)
    }
}

extension SQL: ExpressibleByStringInterpolation {
    /// A statement without values.
    public init(stringLiteral value: StaticString) {
        self.init(text: value.description, values: [])
    }

    /// A statement with its bound values.
    public init(stringInterpolation: StringInterpolation) {
        self.init(text: stringInterpolation.text, values: stringInterpolation.values)
    }

    /// Gathers the literal's text, and apart from it the values to bind.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        /// An empty statement with room for what is coming.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Adds text of the program.
        public mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) { bind(value.sqlValue) }

        /// Binds a value, or NULL.
        public mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            bind(value?.sqlValue ?? .null)
        }

        /// Binds the text behind an enumeration's case.
        public mutating func appendInterpolation<Case: RawRepresentable<String>>(_ value: Case) {
            bind(.text(value.rawValue))
        }

        /// Binds the text behind an enumeration's case, or NULL.
        public mutating func appendInterpolation<Case: RawRepresentable<String>>(_ value: Case?) {
            bind(value.map { .text($0.rawValue) } ?? .null)
        }

        /// Nests another statement or a part of one.
        public mutating func appendInterpolation(_ fragment: SQL) {
            text += fragment.text
            values += fragment.values
        }

        /// Binds a list as `(?, ?, ?)`. An empty list is `(NULL)`, which neither `IN` nor `NOT IN` matches.
        public mutating func appendInterpolation(list: some Sequence<some SQLConvertible>) {
            // A key path of a generic type is made anew each time.
            append(list.map { $0.sqlValue })
        }

        /// Binds the texts behind a list of cases as `(?, ?, ?)`.
        public mutating func appendInterpolation<Case: RawRepresentable<String>>(list: some Sequence<Case>) {
            append(list.map { .text($0.rawValue) })
        }

        private mutating func bind(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }

        private mutating func append(_ list: [SQLValue]) {
            text += list.isEmpty ? "(NULL)" : "(\(list.map { _ in "?" }.joined(separator: ", ")))"
            values += list
        }
    }
}
