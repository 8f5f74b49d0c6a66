/// Reads CBOR from bytes that anybody may have made: it never reads past the end, never goes deeper than authenticators
/// do, and allocates nothing that the bytes do not hold.
struct CBORReader {
    /// How deep arrays and maps may stand in one another (CTAP2, section 8).
    static let deepest = 4
    /// The most bytes that are read at all; an attestation of the kinds we take has less than two thousand.
    static let largestBytes = 16_384

    private let bytes: ArraySlice<UInt8>
    /// Where the next value begins.
    private(set) var position: Int

    /// - Throws: ``WebAuthnFault/malformed`` when there is too much.
    init(_ bytes: ArraySlice<UInt8>) throws(WebAuthnFault) {
        guard bytes.count <= Self.largestBytes else { throw .malformed }
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The one value that all of the bytes are.
    static func value(_ bytes: ArraySlice<UInt8>) throws(WebAuthnFault) -> CBOR {
        var reader = try CBORReader(bytes)
        let value = try reader.next()
        guard reader.position == bytes.endIndex else { throw .malformed }
        return value
    }

    /// The next value.
    mutating func next() throws(WebAuthnFault) -> CBOR { try value(depth: 0) }

    private mutating func value(depth: Int) throws(WebAuthnFault) -> CBOR {
        let first = try byte()
        switch first >> 5 {
        case 0: return .unsigned(try argument(first))
        case 1: return .negative(try argument(first))
        case 2: return .bytes(Array(try take(argument(first))))
        case 3:
            guard let text = String(validating: try take(argument(first)), as: UTF8.self) else {
                throw .malformed
            }
            return .text(text)
        case 4: return .array(try array(argument(first), depth: depth + 1))
        case 5: return .map(try map(argument(first), depth: depth + 1))
        case 7: return try simple(first)
        default: throw .malformed
        }
    }

    private mutating func array(_ count: UInt64, depth: Int) throws(WebAuthnFault) -> [CBOR] {
        try require(count, depth)
        var values: [CBOR] = []
        for _ in 0..<count { values.append(try value(depth: depth)) }
        return values
    }

    private mutating func map(_ count: UInt64, depth: Int) throws(WebAuthnFault) -> [CBOR: CBOR] {
        try require(count, depth)
        var map: [CBOR: CBOR] = [:]
        for _ in 0..<count {
            let key = try value(depth: depth)
            guard map.updateValue(try value(depth: depth), forKey: key) == nil else { throw .malformed }
        }
        return map
    }

    /// Every value takes at least a byte: who announces more than is there is not believed.
    private func require(_ count: UInt64, _ depth: Int) throws(WebAuthnFault) {
        guard depth <= Self.deepest, count <= UInt64(bytes.endIndex - position) else { throw .malformed }
    }

    /// The number in the first byte or in those after it; lengths left open (31) are not of this form.
    private mutating func argument(_ first: UInt8) throws(WebAuthnFault) -> UInt64 {
        switch first & 31 {
        case let small where small < 24: return UInt64(small)
        case let size where size < 28:
            return try take(1 << UInt64(size - 24)).reduce(0) { $0 << 8 | UInt64($1) }
        default: throw .malformed
        }
    }

    private func simple(_ first: UInt8) throws(WebAuthnFault) -> CBOR {
        switch first & 31 {
        case 20: .bool(false)
        case 21: .bool(true)
        case 22: .null
        default: throw .malformed
        }
    }

    private mutating func byte() throws(WebAuthnFault) -> UInt8 {
        guard position < bytes.endIndex else { throw .malformed }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func take(_ count: UInt64) throws(WebAuthnFault) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.endIndex - position) else { throw .malformed }
        defer { position += Int(count) }
        return bytes[position..<position + Int(count)]
    }
}
