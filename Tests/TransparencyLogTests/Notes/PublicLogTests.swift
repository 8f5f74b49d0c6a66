import Testing

@testable import TransparencyLog

@Suite("A checkpoint of a public log, cosigned by public witnesses")
struct PublicLogTests {
    // Arche 2025h1 (staging), a log of certificates, as it was on 23 May 2026. It signs a second time in a way of its
    // own, under the same name.
    static let note = """
        arche2025h1.staging.ct.transparency.dev
        1432088532
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

        — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
        — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
        — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
        — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==

        """
    static let logKey =
        "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
    static let witnessKey = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"

    private func log(neededWitnesses: Int) throws -> TrustedLog {
        TrustedLog(
            origin: "arche2025h1.staging.ct.transparency.dev", keys: [try NoteKey(Self.logKey).verifier()],
            witnesses: [try NoteKey(Self.witnessKey).verifier()], neededWitnesses: neededWitnesses)
    }

    @Test("another size, root or time is signed by nobody")
    func changed() throws {
        let log = try log(neededWitnesses: 1)
        for (old, new) in [
            ("1432088532", "1432088533"), ("U7WM", "U7WN"), ("2net5wAAAABqEiEg", "2net5wAAAABqEiEh"),
        ] {
            let note = try SignedNote(Self.note.replacing(old, with: new))
            #expect(throws: LogFault.self) { try log.checkpoint(in: note) }
        }
    }

    @Test("it is read, trusted with its witness, and written as it was")
    func trusted() throws {
        let note = try SignedNote(Self.note)
        #expect(try log(neededWitnesses: 1).checkpoint(in: note).head.size == 1_432_088_532)
        #expect(throws: LogFault.tooFewWitnesses(1, needed: 2)) {
            try log(neededWitnesses: 2).checkpoint(in: note)
        }
        #expect(note.description == Self.note)
        #expect(Cosignature.seconds(of: note.signatures[3].bytes) == 1_779_573_024)
    }
}
