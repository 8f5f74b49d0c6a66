import Testing

@testable import TransparencyLog

@Suite("What a witness cosigns")
struct WitnessTests {
    private func witness(of size: Int) throws -> Witness {
        Witness(of: try SampleKeys.trusted(), latest: SampleLog(size).head)
    }

    /// What an honest log of `size` entries asks for.
    private func submission(from old: Int, to size: Int) throws -> CheckpointSubmission {
        let log = SampleLog(size)
        var reader = log.reader()
        let proof = old == 0 ? ConsistencyProof(hashes: []) : try reader.consistencyProof(from: UInt64(old))
        return CheckpointSubmission(
            oldSize: UInt64(old), proof: proof, note: try SampleKeys.checkpoint(log.head))
    }

    private func refusal(_ witness: Witness, _ submission: CheckpointSubmission) -> WitnessRefusal? {
        var changed = witness
        do throws(WitnessRefusal) { _ = try changed.accept(submission) } catch {
            #expect(changed.latest == witness.latest)
            return error
        }
        return nil
    }

    @Test("what is not a request is refused")
    func malformed() throws {
        let body = try submission(from: 300, to: 700).description
        let broken = [
            "", "\n", body.replacing("old 300", with: "old 0300"), body.replacing("old 300", with: "new 300"),
            body.replacing("old 300", with: "old  300"), body.replacing("old 300\n", with: "old 300\n=\n"),
            body.replacing(
                "old 300\n", with: "old 300\n" + String(repeating: "\(NodeHash.emptyTree)\n", count: 60)),
        ]
        for body in broken {
            #expect(throws: LogFault.malformedSubmission) { try CheckpointSubmission(body) }
        }
        #expect(throws: LogFault.malformedNote) { try CheckpointSubmission(String(body.dropLast())) }
    }

    @Test("a log that it does not know is not there")
    func unknownLog() throws {
        let note = try Checkpoint(origin: "other.example", head: .empty).signed(by: [SampleKeys.log()])
        let submission = CheckpointSubmission(oldSize: 0, proof: ConsistencyProof(hashes: []), note: note)
        #expect(refusal(try witness(of: 0), submission) == .unknownLog)
        #expect(WitnessRefusal.unknownLog.status == 404)
    }

    @Test("what the log has not signed is forbidden")
    func unsigned() throws {
        let stranger = try Ed25519Signer(name: SampleKeys.origin)
        let note = try Checkpoint(origin: SampleKeys.origin, head: .empty).signed(by: [stranger])
        let submission = CheckpointSubmission(oldSize: 0, proof: ConsistencyProof(hashes: []), note: note)
        #expect(refusal(try witness(of: 0), submission) == .unsigned)
        #expect(WitnessRefusal.unsigned.status == 403)
    }

    @Test("an old tree larger than the new one cannot be")
    func shrunk() throws {
        let small = try submission(from: 300, to: 300)
        let submission = CheckpointSubmission(oldSize: 301, proof: small.proof, note: small.note)
        #expect(refusal(try witness(of: 301), submission) == .malformed)
        #expect(WitnessRefusal.malformed.status == 400)
    }

    @Test("whoever believes another tree was cosigned last is told its size", arguments: [0, 299, 301])
    func conflict(_ latest: Int) throws {
        let submission = try submission(from: 300, to: 700)
        let conflict = WitnessRefusal.conflict(latestSize: UInt64(latest))
        #expect(refusal(try witness(of: latest), submission) == conflict)
        #expect(conflict.status == 409)
    }

    @Test("two trees of one size are a conflict")
    func twins() throws {
        var forged = SampleLog(299)
        forged.append(SampleLog.leaves(5_000..<5_001))
        let note = try SampleKeys.checkpoint(forged.head)
        let submission = CheckpointSubmission(oldSize: 300, proof: ConsistencyProof(hashes: []), note: note)
        #expect(refusal(try witness(of: 300), submission) == .conflict(latestSize: 300))
    }

    @Test("a tree that did not grow out of the last one is refused")
    func forked() throws {
        var forged = SampleLog(299)
        forged.append(SampleLog.leaves(5_000..<5_401))
        var reader = forged.reader()
        let submission = CheckpointSubmission(
            oldSize: 300, proof: try reader.consistencyProof(from: 300),
            note: try SampleKeys.checkpoint(forged.head))
        #expect(refusal(try witness(of: 300), submission) == .inconsistent)
        #expect(WitnessRefusal.inconsistent.status == 422)
    }

    @Test("the first tree needs no proof, and bears none")
    func first() throws {
        let honest = try submission(from: 0, to: 700)
        let proved = CheckpointSubmission(
            oldSize: 0, proof: ConsistencyProof(hashes: [.emptyTree]), note: honest.note)
        let rootless = CheckpointSubmission(
            oldSize: 0, proof: honest.proof,
            note: try SampleKeys.checkpoint(TreeHead(size: 0, root: SampleLog(1).head.root)))
        #expect(refusal(try witness(of: 0), proved) == .inconsistent)
        #expect(refusal(try witness(of: 0), rootless) == .inconsistent)
        #expect(refusal(try witness(of: 0), honest) == nil)
        #expect(refusal(try witness(of: 0), try submission(from: 0, to: 0)) == nil)
    }

    @Test("a tree that grew is cosigned, and cosigned again when asked again")
    func cosigned() throws {
        var witness = try witness(of: 300)
        let grown = try CheckpointSubmission(try submission(from: 300, to: 700).description)
        let checkpoint = try witness.accept(grown)
        #expect(witness.latest == SampleLog(700).head)
        let again = try witness.accept(try submission(from: 700, to: 700))
        #expect(again == checkpoint)
        // The log adds what the witness answers, and its readers may then ask for a witness.
        var note = grown.note
        try note.add(lines: try SampleKeys.witness(2).sign(checkpoint.text).line + "\n")
        #expect(try SampleKeys.trusted(neededWitnesses: 1).checkpoint(in: note) == checkpoint)
    }
}
