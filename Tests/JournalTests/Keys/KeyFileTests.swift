import Foundation
import Journal
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@Suite("A file of keys")
struct KeyFileTests {
    @Test("that is not there is named")
    func missing() {
        #expect(throws: KeyFileFault.unreadable("/nowhere/journal.key")) {
            try KeyFile("/nowhere/journal.key").journalKeys()
        }
        #expect(throws: KeyFileFault.unwritable("/nowhere/journal.key")) {
            try KeyFile("/nowhere/journal.key").create([])
        }
    }

    @Test("that others may read is not used")
    func open() async throws {
        try await withFolder { folder in
            let file = KeyFile(folder.appending(path: "journal.key").path)
            try file.create([Ed25519Signer(name: "a/journal").secret])
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
            #expect(throws: KeyFileFault.open(file.path)) { try file.journalKeys() }
        }
    }

    @Test("with something else in it is refused", arguments: ["", "# nothing", "abc", "PRIVATE+KEY+a+1+x"])
    func malformed(_ text: String) async throws {
        try await withFolder { folder in
            let file = KeyFile(folder.appending(path: "journal.key").path)
            try file.create([text])
            #expect(throws: KeyFileFault.malformed(file.path, .malformedKey)) { try file.journalKeys() }
        }
    }

    @Test("is for its owner alone, and never written over")
    func created() async throws {
        try await withFolder { folder in
            let file = KeyFile(folder.appending(path: "journal.key").path)
            let signer = try Ed25519Signer(name: "a/journal")
            try file.create([signer.secret])
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(throws: KeyFileFault.unwritable(file.path)) { try file.create(["x"]) }
            let keys = try file.journalKeys()
            #expect(keys.origin == "a/journal" && keys.signers.map(\.key) == [signer.key])
        }
    }

    @Test("without a secret makes a node that verifies and does not sign")
    func verifierOnly() throws {
        let keys = try JournalKeys(Ed25519Signer(name: "a/journal").key.description)
        #expect(keys.signers.isEmpty && keys.verifiers.count == 1)
    }

    @Test("has two of a name while a key is exchanged: both sign")
    func exchanged() throws {
        let pair = try [Ed25519Signer(name: "a/journal"), Ed25519Signer(name: "a/journal")]
        let keys = try JournalKeys(pair.map(\.secret).joined(separator: "\n"))
        #expect(keys.signers.map(\.key) == pair.map(\.key))
        let note = try Checkpoint(origin: keys.origin, head: .empty).signed(by: keys.signers)
        #expect(try note.signers(among: keys.verifiers).count == 2)
    }

    @Test("of a witness is read back, and is none of a log")
    func witness() async throws {
        try await withFolder { folder in
            let file = KeyFile(folder.appending(path: "witness.key").path)
            let key = try CosignerKey(name: "city/witness")
            try file.create([key.secret])
            #expect(try file.cosignerKey().key == key.key)
            #expect(throws: KeyFileFault.malformed(file.path, .malformedKey)) { try file.journalKeys() }
            let cosigner = try file.cosignerKey().cosigner(atSeconds: 1_795_227_840)
            let note = try SignedNote(text: "a/journal\n0\n\(NodeHash.emptyTree)\n")
            #expect(try key.key.verifier().isValid(cosigner.sign(note.text).bytes, of: note.text))
        }
    }
}
