/// The shape of a JSON value, as far as the API document tells it.
public indirect enum Schema: Sendable {
    /// Text.
    case text
    /// Text of a known format: `date`, `date-time`, `uri` …
    case formatted(String)
    /// Text that is one of these.
    case oneOf([String])
    /// Text of so many characters.
    case words(ClosedRange<Int>)
    /// Text that matches a regular expression (ECMA-262).
    case matching(String)
    /// A whole number.
    case integer
    /// A whole number between two others.
    case whole(ClosedRange<Int>)
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A list of such values.
    case list(Schema)
    /// An object with members in this order.
    case object([Member])
    /// An object with members of any name.
    case map(Schema)
    /// The value, or null.
    case nullable(Schema)
    /// Anything.
    case any

    /// A member of an object.
    public struct Member: Sendable {
        /// Its name.
        public let name: String
        /// What it holds.
        public let schema: Schema
        /// What it means; nil when its name says it.
        public let description: String?
        /// Whether it is always there.
        public let isRequired: Bool

        /// A member; required unless said otherwise.
        public init(_ name: String, _ schema: Schema, _ description: String? = nil, optional: Bool = false) {
            self.name = name
            self.schema = schema
            self.description = description
            isRequired = !optional
        }
    }

    /// A page of a list: `{"items": […], "next": "cursor" or null}`.
    public static func page(of item: Schema) -> Schema {
        .object([Member("items", .list(item)), Member("next", .nullable(.text), "下一页的游标")])
    }
}
