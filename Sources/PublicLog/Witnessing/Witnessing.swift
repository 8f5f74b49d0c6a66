import Journal
import Modules
import Storage
import TransparencyLog
import WorkingTime

/// Shows the newest checkpoint to every witness, and keeps what they sign.
struct Witnessing: Sendable {
    private static let intervalSeconds = 60

    let witnesses: RemoteWitnesses
    let keys: JournalKeys
    let database: Database

    init(by witnesses: RemoteWitnesses, keys: JournalKeys, database: Database) {
        (self.witnesses, self.keys, self.database) = (witnesses, keys, database)
    }

    var job: Job {
        Job(name: "journal.witness", intervalSeconds: Self.intervalSeconds) { try await run(at: $0) }
    }

    /// One round. A witness that fails keeps none of the others from signing; the first failure is thrown at the end.
    func run(at now: Instant) async throws {
        var failure: (any Error)?
        for witness in witnesses.all {
            do { try await ask(witness, at: now) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func ask(_ witness: RemoteWitness, at now: Instant) async throws {
        let name = witness.verifier.key.name
        guard let newest = try await database.read(StoredCheckpoint.newest),
            let own = try? keys.checkpoint(in: newest.note), !newest.isCosigned(by: name)
        else { return }
        // From where it was last, and where it says it was when it knows better.
        let known = try await database.read { try Cosignatures.latestSize(by: name, in: $0) }
        var answer = try await show(newest, from: known, to: witness)
        if case .conflict(let latest) = answer, latest < own.head.size {
            answer = try await show(newest, from: latest, to: witness)
        }
        guard case .cosigned(let lines) = answer else { throw WitnessingFault(name, answer) }
        let line = try verified(lines, on: newest.note, by: witness)
        try await database.write { tx in
            try Cosignatures.keep(line, of: newest.size, by: name, at: now, in: tx)
        }
    }

    private func show(
        _ checkpoint: StoredCheckpoint, from size: UInt64, to witness: RemoteWitness
    ) async throws -> RemoteWitnesses.Answer {
        let proof = try await database.read { tx in
            guard size > 0, size < checkpoint.size else { return ConsistencyProof(hashes: []) }
            var reader = JournalTree.reader(size: checkpoint.size, in: tx)
            return try reader.consistencyProof(from: size)
        }
        // What others have signed does not concern this one.
        var note = try SignedNote(text: checkpoint.note.text)
        for signature in checkpoint.note.signatures where signature.name == keys.origin {
            note.add(signature)
        }
        let submission = CheckpointSubmission(oldSize: size, proof: proof, note: note)
        return try await witnesses.show(submission, to: witness)
    }

    /// The witness's own line among those it answered with; what it signed must be right.
    private func verified(_ lines: String, on note: SignedNote, by witness: RemoteWitness) throws -> String {
        var cosigned = note
        try cosigned.add(lines: lines)
        _ = try TrustedLog(
            origin: Checkpoint(note.text).origin, keys: keys.verifiers, witnesses: [witness.verifier],
            neededWitnesses: 1
        ).checkpoint(in: cosigned)
        let key = witness.verifier.key
        guard let line = cosigned.signatures.last(where: { ($0.name, $0.keyID) == (key.name, key.id) }) else {
            throw LogFault.unsigned
        }
        return line.line
    }
}

extension StoredCheckpoint {
    fileprivate func isCosigned(by name: String) -> Bool { note.signatures.contains { $0.name == name } }
}

/// Why a witness has not signed.
struct WitnessingFault: Error, CustomStringConvertible {
    let description: String

    init(_ name: String, _ answer: RemoteWitnesses.Answer) {
        description =
            switch answer {
            case .conflict(let size): "见证方 \(name) 已见过 \(size) 条的日志，与本站的不符：数据库可能回退过。"
            case .refused(let status): "见证方 \(name) 没有签名（\(status)）。"
            case .cosigned: "见证方 \(name) 的签名读不懂。"
            }
    }
}
