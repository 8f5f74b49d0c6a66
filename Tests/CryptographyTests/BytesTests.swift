import Testing

@testable import Cryptography

@Suite("Bytes")
struct BytesTests {
    @Test(
        "what is no base64url is refused, a second spelling too",
        arguments: ["A", "AB", "AAB", "AA=", "A A", "é", "A+"])
    func noBase64(_ text: String) {
        #expect(Base64URL.bytes(text[...].utf8) == nil)
    }

    @Test("base64url gives back what it was given", arguments: 0..<40)
    func base64(_ count: Int) throws {
        let bytes = try Randomness.bytes(count)
        #expect(Base64URL.bytes(Base64URL.text(bytes)[...].utf8) == bytes)
    }

    @Test(
        "base64url is what RFC 4648 prints",
        arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foobar", "Zm9vYmFy")])
    func printed(_ text: String, _ expected: String) {
        #expect(Base64URL.text(Array(text.utf8)) == expected)
    }

    @Test("what is no hexadecimal number is refused", arguments: ["a", "0g", "０１", "0x00"])
    func noHexadecimal(_ text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }

    @Test("hexadecimal digits may stand in groups")
    func groups() {
        #expect(Hexadecimal.bytes("01aB\n CD") == [0x01, 0xab, 0xcd])
        #expect(Hexadecimal.text([0x01, 0xab]) == "01ab")
    }

    @Test("a secret is never printed, in whatever way one tries")
    func unprinted() throws {
        let secret = Secret(Array("geheim".utf8))
        var dumped = ""
        dump([secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped] {
            #expect(!text.contains("geheim") && !text.contains("103") && !text.contains("0x"), "\(text)")
        }
        dump(try SM2PrivateKey(), to: &dumped)
        #expect(!dumped.contains("0x") && !dumped.contains("handle"))
    }

    @Test("secrets are compared by their bytes")
    func compared() throws {
        #expect(Secret([1, 2]).isSame(as: Secret([1, 2])))
        #expect(!Secret([1, 2]).isSame(as: Secret([1, 3])))
        #expect(!Secret([1, 2]).isSame(as: Secret([1])))
        #expect(Secret([]).isSame(as: Secret([])))
        #expect(try !Secret.random(count: 32).isSame(as: Secret.random(count: 32)))
    }
}
