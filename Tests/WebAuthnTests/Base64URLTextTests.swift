import Testing

@testable import WebAuthn

@Suite("Base 64 for addresses") struct Base64URLTextTests {
    @Test("other alphabets and padding are refused", arguments: ["+w", "/w", "AA==", "A", " AA", "é"])
    func foreign(text: String) {
        #expect(Base64URLText.decode(text) == nil)
    }

    @Test("bytes come back as they went", arguments: [[], [251], [255, 254], [1, 2, 3]] as [[UInt8]])
    func roundTrip(bytes: [UInt8]) {
        #expect(Base64URLText.decode(Base64URLText.encode(bytes)) == bytes)
    }
}
