import Testing

@testable import TransparencyLog

@Suite("Signed notes")
struct SignedNoteTests {
    // From the tests of Go's sumdb/note.
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let line =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    static let note = text + "\n" + line + "\n"

    @Test(
        "what is not a note is refused",
        arguments: [
            "", "\n", "\n\n", text, text + "\n", text + "\n" + line, text + line + "\n", line + "\n",
            note + "\n", note + line, text + "\n\n", "a\r\n\n" + line + "\n", "a\u{0}\n\n" + line + "\n",
            "a\tb\n\n" + line + "\n", note.replacing("—", with: "-"), note.replacing("— ", with: "—"),
            note.replacing("— ", with: "—  "), note.replacing("nAM=", with: "nAN="),
            note.replacing("nAM=", with: "nB=="),
            text + "\n— PeterNeumann x08goA==\n\n", text + "\n— PeterNeumann x08gow==\n",
            text + "\n— Peter+Neumann " + line.dropFirst(15) + "\n", note + "and more\n",
            text + "\n" + String(repeating: line + "\n", count: 101),
        ])
    func refused(_ note: String) {
        #expect(throws: LogFault.malformedNote) { try SignedNote(note) }
    }

    @Test(
        "a text that does not end with a newline cannot be signed",
        arguments: ["", "a", "a\n\n\r\n", "\u{7}\n"])
    func unsignable(_ text: String) {
        #expect(throws: LogFault.malformedNote) { try SignedNote(text: text) }
    }

    @Test("what a known key has not signed is refused, whatever else stands below")
    func wrong() throws {
        let verifier = try NoteKey(NoteKeyTests.neumann).verifier()
        let changed = try SignedNote(Self.note.replacing("problem is", with: "problem was"))
        #expect(throws: LogFault.wrongSignature("PeterNeumann")) { try changed.signers(among: [verifier]) }
        var twice = try SignedNote(Self.note)
        twice.add(NoteSignature(by: verifier.key, bytes: [1]))
        #expect(throws: LogFault.wrongSignature("PeterNeumann")) { try twice.signers(among: [verifier]) }
    }

    @Test("a note that only strangers signed is as good as unsigned, even under a known name")
    func strangers() throws {
        let note = try SignedNote(Self.note)
        #expect(throws: LogFault.unsigned) { try note.signers(among: []) }
        let other = try Ed25519Signer(name: "PeterNeumann").key.verifier()
        #expect(throws: LogFault.unsigned) { try note.signers(among: [other]) }
    }

    @Test("a note of others is verified, and written as it was read")
    func ofOthers() throws {
        let verifier = try NoteKey(NoteKeyTests.neumann).verifier()
        let note = try SignedNote(Self.note)
        #expect(try note.signers(among: [verifier]) == [verifier.key])
        #expect(note.description == Self.note)
        #expect(note.text == Self.text)
    }

    @Test("a text may have empty lines of its own")
    func emptyLines() throws {
        var note = try SignedNote(text: "a\n\n— b\n\n")
        note.add(try Ed25519Signer(secret: NoteKeyTests.secret).sign(note.text))
        let again = try SignedNote(note.description)
        #expect(again == note)
        #expect(try again.signers(among: [try NoteKey(NoteKeyTests.neumann).verifier()]).count == 1)
    }

    @Test("strangers' signatures are passed over beside a known one")
    func both() throws {
        var note = try SignedNote(Self.note)
        let signer = try Ed25519Signer(name: "minben.example")
        note.add(try signer.sign(note.text))
        let again = try SignedNote(note.description)
        #expect(try again.signers(among: [try signer.key.verifier()]) == [signer.key])
        #expect(again.signatures.count == 2)
    }
}
