import Testing

@testable import TransparencyLog

@Suite("Keys as text")
struct NoteKeyTests {
    // From the tests of Go's sumdb/note.
    static let neumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

    @Test(
        "a key is refused that has another id than it says, or another form",
        arguments: [
            "", "PeterNeumann", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a3+",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNewman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T!",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX+",
            "rekor.sigstore.dev+12345678+AwEB", neumann.replacing("c74f", with: "C74F"),
        ])
    func refused(_ text: String) {
        #expect(throws: LogFault.malformedKey) { try NoteKey(text) }
    }

    @Test(
        "a name has no spaces, plus signs or control characters",
        arguments: ["", " ", "a b", "a+b", "a\u{3000}b", "a\nb", "a\u{A0}", "a\u{0}"])
    func names(_ name: String) {
        #expect(throws: LogFault.malformedKey) { try NoteKey(name: name, material: [1, 2]) }
        #expect(throws: LogFault.malformedKey) { try Ed25519Signer(name: name) }
    }

    @Test("a key of a type that nobody here speaks is known as a key, and has no verifier")
    func unknownType() throws {
        let key = try NoteKey(name: "a", material: [0xFF] + "minben/sm2".utf8 + [1, 2, 3])
        #expect(try NoteKey(key.description) == key)
        #expect(throws: LogFault.unknownKeyType) { try key.verifier() }
        #expect(key.publicKey(ofType: [0xFF] + "minben/sm2".utf8) == [1, 2, 3])
        #expect(key.publicKey(ofType: [0x01]) == nil)
    }

    @Test("a key of the wrong length has no verifier", arguments: [UInt8(0x01), 0x04])
    func wrongLength(_ type: UInt8) throws {
        let key = try NoteKey(name: "a", material: [type] + Array(repeating: 7, count: 31))
        #expect(throws: LogFault.malformedKey) { try key.verifier() }
    }

    @Test(
        "keys of others are read and written",
        arguments: [neumann, "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"])
    func ofOthers(_ text: String) throws {
        let key = try NoteKey(text)
        #expect(key.description == text)
        #expect(try key.verifier().key == key)
    }

    @Test("a secret key is read and written, and its public half is known by it")
    func secrets() throws {
        let signer = try Ed25519Signer(secret: Self.secret)
        #expect(signer.secret == Self.secret)
        #expect(signer.key.description == Self.neumann)
    }

    @Test(
        "a secret key is refused that has another id than it says, or another form",
        arguments: [
            "", neumann, String(secret.dropLast(4)), secret.replacing("c74f20a3", with: "c74f20a4"),
            secret.replacing("+AY", with: "+BI"), secret.replacing("PRIVATE", with: "PUBLIC"),
        ])
    func refusedSecrets(_ text: String) {
        #expect(throws: LogFault.malformedKey) { try Ed25519Signer(secret: text) }
    }
}
