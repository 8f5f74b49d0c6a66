import Testing

@testable import WebAuthn

@Suite("CBOR from anybody") struct CBORTests {
    @Test(
        "what authenticators never send is refused",
        arguments: [
            [], [0x18], [0x1c], [0x1f], [0x41], [0x5f, 0x41, 0x00, 0xff], [0x61, 0xff], [0x9f, 0xff],
            [0xbf, 0xff], [0xc0, 0x00], [0xf9, 0x3c, 0x00], [0xfb, 0, 0, 0, 0, 0, 0, 0, 0], [0xf7],
            [0xa2, 0x01, 0x01, 0x01, 0x02], [0x00, 0x00], [0xff],
        ] as [[UInt8]])
    func foreign(bytes: [UInt8]) {
        #expect(throws: WebAuthnFault.malformed) { try CBORReader.value(bytes[...]) }
    }

    @Test(
        "an announced length that is not there costs nothing",
        arguments: [
            [0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [0xbb, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00], [0x7a, 0xff, 0xff, 0xff, 0xff],
        ] as [[UInt8]])
    func announced(bytes: [UInt8]) {
        #expect(throws: WebAuthnFault.malformed) { try CBORReader.value(bytes[...]) }
    }

    @Test("arrays and maps go four deep and no deeper", arguments: [0x81, 0xa1] as [UInt8])
    func nesting(head: UInt8) throws {
        func nested(_ depth: Int) -> [UInt8] {
            (0..<depth).flatMap { _ in head == 0x81 ? [head] : [head, 0x01] } + [0x00]
        }
        _ = try CBORReader.value(nested(4)[...])
        #expect(throws: WebAuthnFault.malformed) { try CBORReader.value(nested(5)[...]) }
        #expect(throws: WebAuthnFault.malformed) { try CBORReader.value(nested(8_000)[...]) }
    }

    @Test("more than sixteen thousand bytes are not read")
    func oversized() {
        let bytes = CBOR.bytes(Array(repeating: 0, count: 16_384)).plain
        #expect(throws: WebAuthnFault.malformed) { try CBORReader.value(bytes[...]) }
    }

    @Test("values of every kind are read as they stand (RFC 8949, appendix A)")
    func values() throws {
        let known: [([UInt8], CBOR)] = [
            ([0x17], 23), ([0x18, 0x64], 100), ([0x19, 0x03, 0xe8], 1_000),
            ([0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], .unsigned(.max)), ([0x20], -1),
            ([0x38, 0x63], -100), ([0x44, 1, 2, 3, 4], .bytes([1, 2, 3, 4])), ([0x62, 0xc3, 0xbc], "ü"),
            ([0x83, 1, 2, 3], .array([1, 2, 3])), ([0xa1, 0x61, 0x61, 0x01], .map(["a": 1])),
            ([0xf4], .bool(false)), ([0xf5], .bool(true)), ([0xf6], .null), ([0x80], .array([])),
        ]
        for (bytes, value) in known {
            #expect(try CBORReader.value(bytes[...]) == value)
        }
    }

    @Test("whatever the bytes are, reading them ends in a value or a refusal")
    func noise() {
        var generator = SeededGenerator(seed: 20_261_127)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            _ = try? CBORReader.value(bytes[...])
            _ = try? AuthenticatorData(bytes)
        }
    }
}

/// The same numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
