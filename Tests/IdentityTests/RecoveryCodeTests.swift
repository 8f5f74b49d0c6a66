import Testing

@testable import Identity

@Suite("恢复码") struct RecoveryCodeTests {
    @Test(
        "what cannot be one is none",
        arguments: ["", "123456", "ABCD-EFGH-JKLM", "ABCD-EFGH-JKLM-NPQ1", "恢复码"])
    func foreign(text: String) {
        #expect(RecoveryCode(text) == nil)
    }

    @Test("it is read with and without dashes, in small letters and with blanks")
    func read() throws {
        let code = RecoveryCode.random()
        #expect(code.text.count == 19)
        for text in [code.text, code.text.lowercased(), code.text.filter { $0 != "-" }, " \(code.text) "] {
            #expect(RecoveryCode(text)?.hash == code.hash)
        }
    }

    @Test(
        "what base 32 writes it reads",
        arguments: [[], [1], [1, 2], [255, 254, 253], [0, 0, 0, 0, 0]] as [[UInt8]])
    func base32(bytes: [UInt8]) {
        #expect(Base32.decode(Base32.encode(bytes)) == bytes)
    }
}
