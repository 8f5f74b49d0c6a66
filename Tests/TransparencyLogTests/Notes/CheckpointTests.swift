import Testing

@testable import TransparencyLog

@Suite("Checkpoints")
struct CheckpointTests {
    // The examples of C2SP tlog-checkpoint and tlog-cosignature.
    static let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    static let cosigned =
        "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA=="

    @Test(
        "what is not a checkpoint is refused",
        arguments: [
            "", "\n", "example.com\n", "example.com\n1\n", String(text.dropLast()), "\n" + text, text + "\n",
            text + "a", text + "a\n\nb\n", text.replacing("20852163", with: "020852163"),
            text.replacing("20852163", with: "+1"), text.replacing("20852163", with: "-1"),
            text.replacing("20852163", with: "18446744073709551616"), text.replacing("20852163", with: ""),
            text.replacing("q2I=", with: "q2J="), text.replacing("q2I=", with: "q2I"),
            text.replacing("CsUY", with: ""),
            text.replacing("\n", with: "\r\n"),
        ])
    func refused(_ text: String) {
        #expect(throws: LogFault.malformedCheckpoint) { try Checkpoint(text) }
    }

    @Test(
        "a checkpoint of others is read and written, with its further lines",
        arguments: ["", "more\nand more\n"])
    func ofOthers(_ further: String) throws {
        let checkpoint = try Checkpoint(Self.text + further)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.head.size == 20_852_163)
        #expect(checkpoint.text == Self.text + further)
    }

    @Test("an origin with control characters in it cannot be signed")
    func unsignable() throws {
        let checkpoint = Checkpoint(origin: "a\u{1}", head: .empty)
        #expect(throws: LogFault.malformedNote) { try checkpoint.signed(by: []) }
    }

    @Test("a checkpoint is signed and trusted")
    func signed() throws {
        let head = SampleLog(5).head
        let note = try SampleKeys.checkpoint(head)
        #expect(try SampleKeys.trusted().checkpoint(in: SignedNote(note.description)).head == head)
    }

    @Test("the checkpoint of another log is refused, even with the same key")
    func otherOrigin() throws {
        let note = try Checkpoint(origin: "other.example", head: .empty).signed(by: [SampleKeys.log()])
        let log = try SampleKeys.trusted()
        #expect(throws: LogFault.otherOrigin("other.example")) { try log.checkpoint(in: note) }
    }

    @Test("witnesses alone do not make a checkpoint of the log")
    func witnessesAlone() throws {
        let note = try Checkpoint(origin: SampleKeys.origin, head: .empty).signed(by: [SampleKeys.witness(1)])
        let log = try SampleKeys.trusted()
        #expect(throws: LogFault.unsigned) { try log.checkpoint(in: note) }
    }

    @Test("as many witnesses as needed must have signed, each counted once")
    func quorum() throws {
        let log = try SampleKeys.trusted(neededWitnesses: 2)
        let once = try SampleKeys.checkpoint(.empty, witnesses: [1, 1, 3])
        #expect(throws: LogFault.tooFewWitnesses(1, needed: 2)) { try log.checkpoint(in: once) }
        let note = try SampleKeys.checkpoint(.empty, witnesses: [1, 2])
        #expect(try log.checkpoint(in: note).head == .empty)
    }

    @Test("a cosignature holds for its own time alone, and is not the signature of a log")
    func cosignatureTime() throws {
        let text = Checkpoint(origin: SampleKeys.origin, head: .empty).text
        let witness = try SampleKeys.witness(1)
        let signature = try witness.sign(text).bytes
        let verifier = try witness.key.verifier()
        #expect(Cosignature.seconds(of: signature) == 1_764_000_000)
        #expect(verifier.isValid(signature, of: text))
        for index in [0, 7, 8, 71] {
            var changed = signature
            changed[index] ^= 0x80
            #expect(!verifier.isValid(changed, of: text))
        }
        #expect(!verifier.isValid(Array(signature.dropLast()), of: text))
        let log = try Ed25519Signer(name: witness.key.name, privateKey: SampleKeys.privateKey(11))
        #expect(log.key.id != witness.key.id)
        #expect(!verifier.isValid(try log.sign(text).bytes, of: text))
    }

    @Test("the time of a cosignature of others is read")
    func timeOfOthers() throws {
        let signature = try #require(NoteSignature(line: Self.cosigned))
        #expect(Cosignature.seconds(of: signature.bytes) == 1_679_315_147)
        #expect(signature.line == Self.cosigned)
    }
}
