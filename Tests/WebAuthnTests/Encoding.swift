@testable import WebAuthn

/// Writes CBOR, as authenticators do.
enum Encoding {
    static func map(_ pairs: [(CBOR, [UInt8])]) -> [UInt8] {
        head(5, UInt64(pairs.count)) + pairs.flatMap { $0.0.plain + $0.1 }
    }

    static func head(_ major: UInt8, _ number: UInt64) -> [UInt8] {
        switch number {
        case ..<24: [major << 5 | UInt8(number)]
        case ..<256: [major << 5 | 24, UInt8(number)]
        default: [major << 5 | 25, UInt8(number >> 8 & 255), UInt8(number & 255)]
        }
    }
}

extension CBOR {
    /// The value in bytes.
    var plain: [UInt8] {
        switch self {
        case .unsigned(let number): Encoding.head(0, number)
        case .negative(let number): Encoding.head(1, number)
        case .bytes(let bytes): Encoding.head(2, UInt64(bytes.count)) + bytes
        case .text(let text): Encoding.head(3, UInt64(text.utf8.count)) + text.utf8
        case .array(let values): Encoding.head(4, UInt64(values.count)) + values.flatMap(\.plain)
        case .map(let map): Encoding.map(map.map { ($0.key, $0.value.plain) })
        case .bool(let flag): [flag ? 0xf5 : 0xf4]
        case .null: [0xf6]
        }
    }
}
