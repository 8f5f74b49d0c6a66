/// A value of the Concise Binary Object Representation (RFC 8949), as far as authenticators speak it: the canonical form
/// of CTAP2 has no floats, no tags and no lengths left open.
enum CBOR: Sendable, Hashable {
    /// A number from zero up.
    case unsigned(UInt64)
    /// A number below zero: minus one minus this.
    case negative(UInt64)
    /// Bytes.
    case bytes([UInt8])
    /// Text.
    case text(String)
    /// Values in order.
    case array([CBOR])
    /// Values by their keys; no key stands twice.
    case map([CBOR: CBOR])
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null

    /// The bytes, when it is bytes.
    var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

    /// The text, when it is text.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The values by their keys, when it is a map.
    var map: [CBOR: CBOR]? { if case .map(let map) = self { map } else { nil } }

    /// The number, when it is one that `Int` holds.
    var integer: Int? {
        switch self {
        case .unsigned(let number): Int(exactly: number)
        case .negative(let number): Int(exactly: number).map { -1 - $0 }
        default: nil
        }
    }
}

extension CBOR: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// A number, as a key of a map is written in the program.
    init(integerLiteral value: Int) {
        self = value < 0 ? .negative(UInt64(-1 - value)) : .unsigned(UInt64(value))
    }

    /// A text, as a key of a map is written in the program.
    init(stringLiteral value: String) { self = .text(value) }
}
