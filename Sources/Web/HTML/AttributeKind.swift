/// What an attribute may hold.
enum AttributeKind: Equatable {
    /// Text: escaping is enough.
    case plain
    /// An address that a browser follows or loads.
    case url
    /// Code or style (`on…`, `style`, `srcdoc`), or an address list we do not write (`srcset`).
    case forbidden

    init(_ name: PackedName) {
        if name.isEventHandler || AttributeKind.codeNames.contains(name) {
            self = .forbidden
        } else {
            self = AttributeKind.urlNames.contains(name) ? .url : .plain
        }
    }

    private static let codeNames: [PackedName] = ["style", "srcdoc", "srcset"]
    private static let urlNames: [PackedName] = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "xlink:href",
    ]
}

/// The name of a tag or an attribute in lower case, packed so that reading a literal allocates nothing.
/// Names longer than sixteen bytes keep their last sixteen; none of them is in our lists.
struct PackedName: Equatable, ExpressibleByStringLiteral {
    private var packed: UInt128 = 0
    private var count = 0
    private(set) var isEventHandler = false

    init() {}

    init(_ byte: UInt8) { append(byte) }

    init(stringLiteral value: StaticString) {
        value.withUTF8Buffer { for byte in $0 { append(byte) } }
    }

    mutating func append(_ byte: UInt8) {
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        packed = packed << 8 | UInt128(isCapital ? byte | 0x20 : byte)
        count += 1
        if count == 2 { isEventHandler = packed == 0x6f6e }  // "on"
    }
}
