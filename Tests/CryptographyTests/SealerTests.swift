import Testing

@testable import Cryptography

@Suite("Sealed values")
struct SealerTests {
    static let ring = Result { try Keyring.make(atMilliseconds: 0) }
    private let place = Place("person", "phone", row: 7)

    private func sealer(_ suite: CipherSuite?) throws -> Sealer {
        try Sealer(Self.ring.get(), suite: suite, atMilliseconds: 1)
    }

    @Test(
        "a value does not open in another row, column or table", arguments: CipherSuite.allCases,
        [
            Place("person", "phone", row: 8), Place("person", "address", row: 7),
            Place("agent", "phone", row: 7), Place("person", "phone", row: -7),
        ])
    func moved(_ suite: CipherSuite, _ elsewhere: Place) throws {
        let sealer = try sealer(suite)
        let sealed = try sealer.seal("13800138000", at: place)
        #expect(throws: CryptographyError.notAuthentic) { try sealer.open(sealed, at: elsewhere) }
        #expect(try sealer.open(sealed, at: place) == "13800138000")
    }

    @Test("a value with any bit changed does not open", arguments: CipherSuite.allCases)
    func changed(_ suite: CipherSuite) throws {
        let sealer = try sealer(suite)
        let sealed = try SealedText(sealer.seal("13800138000", at: place))
        for index in sealed.content.indices {
            var content = sealed.content
            content[index] ^= 1
            let text = SealedText(key: sealed.key, content: content).text
            #expect(throws: CryptographyError.notAuthentic) { try sealer.open(text, at: place) }
        }
        for count in sealed.content.indices {
            let text = SealedText(key: sealed.key, content: Array(sealed.content.prefix(count))).text
            #expect(throws: CryptographyError.notAuthentic) { try sealer.open(text, at: place) }
        }
    }

    @Test(
        "what only looks sealed is refused",
        arguments: [
            "mb1:", "mb1:sm", "mb1:sm:1", "mb1:sm:0:AAAA", "mb1:sm:x:AAAA", "mb1:des:1:AAAA", "mb1:sm:1:A",
        ])
    func malformed(_ text: String) throws {
        let sealer = try sealer(.sm)
        #expect(throws: CryptographyError.malformed("密文")) { try sealer.open(text, at: place) }
        // In a column that is not sealed yet it would be taken for sealed.
        let plain = try self.sealer(nil)
        #expect(throws: CryptographyError.malformed("明文")) { try plain.seal(text, at: place) }
        #expect(try sealer.open(sealer.seal(text, at: place), at: place) == text)
    }

    @Test("a value under a key that is not in the ring says which key it was")
    func unknownKey() throws {
        var ring = try Self.ring.get()
        try ring.rotate(.sealing, .sm, beginsAtMilliseconds: 0, atMilliseconds: 0)
        let newer = try Sealer(ring, suite: .sm, atMilliseconds: 1)
        let sealed = try newer.seal("x", at: place)
        #expect(throws: CryptographyError.unknownKey("sealing sm:2")) {
            try sealer(.sm).open(sealed, at: place)
        }
        #expect(throws: CryptographyError.unknownKey("sealing sm:2")) {
            try Sealer.plain.open(sealed, at: place)
        }
    }

    @Test(
        "a value under a key of the same name in another ring does not open", arguments: CipherSuite.allCases)
    func otherRing(_ suite: CipherSuite) throws {
        let other = try Sealer(Keyring.make(atMilliseconds: 0), suite: suite, atMilliseconds: 1)
        let sealed = try other.seal("x", at: place)
        #expect(throws: CryptographyError.notAuthentic) { try sealer(suite).open(sealed, at: place) }
    }

    @Test(
        "a value comes back whole, shows nothing, and never looks the same twice",
        arguments: CipherSuite.allCases,
        ["", "441299198511152041", "广东省肇庆市端州区星湖大道 1 号", String(repeating: "民", count: 5000), "a\0b"])
    func comesBack(_ suite: CipherSuite, _ text: String) throws {
        let sealer = try sealer(suite)
        let sealed = try sealer.seal(text, at: place)
        #expect(sealed != (try sealer.seal(text, at: place)))
        #expect(text.isEmpty || !sealed.contains(text))
        #expect(try sealer.open(sealed, at: place) == text)
        #expect(Sealer.isWritten(sealed, with: sealer.target))
        #expect(!Sealer.isWritten(text, with: sealer.target))
    }

    @Test("text from before is what it is, and each suite opens what the other sealed")
    func mixed() throws {
        let (sm, international, plain) = (try sealer(.sm), try sealer(.international), try sealer(nil))
        #expect(try sm.open("端州区", at: place) == "端州区")
        #expect(try sm.open(international.seal("x", at: place), at: place) == "x")
        #expect(try plain.open(sm.seal("x", at: place), at: place) == "x")
        #expect(try plain.seal("x", at: place) == "x")
        #expect(
            try Sealer.isWritten(
                sm.seal("x", at: place, to: international.target), with: international.target))
    }
}
