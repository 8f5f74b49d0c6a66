import HTTPTypes
import Journal
import NIOCore
import Refusals
import Storage
import TransparencyLog
import Web
import WorkingTime

/// This installation as the witness of other logs (C2SP tlog-witness).
struct WitnessAPI: Sendable {
    /// A note has at most a hundred signatures, a proof 63 hashes.
    private static let limitBytes = 64 << 10

    let key: CosignerKey?
    let logs: [any NoteVerifier]
    let database: Database

    var routes: [Route] {
        [
            .post(
                LogPath.addCheckpoint, .anyone, journal: "witness.cosigned", "见证一份日志的检查点",
                api: Self.operation
            ) { request, _ in try await cosign(request) }
        ]
    }

    private func cosign(_ request: WebRequest) async throws -> WebResponse {
        guard let key else { throw DomainError.notFound("本站不是日志的见证方。") }
        let now = request.now
        do {
            let submission = try Self.submission(try await text(of: request))
            let log = try trusted(submission)
            let cosigner = try key.cosigner(atSeconds: now.milliseconds / 1_000)
            let address = request.address
            let line = try await database.write { tx in
                let note = try WitnessedLog.accept(submission, of: log, at: now, in: tx)
                let cosignature = try cosigner.sign(note.text)
                try Self.journal(note, from: address, at: now, in: tx)
                return cosignature.line
            }
            return WebResponse.text(line + "\n").header("Cache-Control", "no-store")
        } catch let refusal as WitnessRefusal { return try Self.answer(refusal) }
    }

    private func text(of request: WebRequest) async throws -> String {
        var bytes: [UInt8] = []
        for try await piece in request.stream(limitBytes: Self.limitBytes) {
            bytes += piece.readableBytesView
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw WitnessRefusal.malformed }
        return text
    }

    private static func submission(_ text: String) throws -> CheckpointSubmission {
        do { return try CheckpointSubmission(text) } catch { throw WitnessRefusal.malformed }
    }

    /// The log that the checkpoint says it is of, when it is one of ours to witness.
    private func trusted(_ submission: CheckpointSubmission) throws -> TrustedLog {
        guard let origin = try? Checkpoint(submission.note.text).origin else {
            throw WitnessRefusal.malformed
        }
        let keys = logs.filter { $0.key.name == origin }
        guard !keys.isEmpty else { throw WitnessRefusal.unknownLog }
        return TrustedLog(origin: origin, keys: keys)
    }

    /// A conflict is answered with the size alone; everything else in words.
    private static func answer(_ refusal: WitnessRefusal) throws -> WebResponse {
        switch refusal {
        case .conflict(let size):
            return WebResponse.bytes(
                Array("\(size)\n".utf8), contentType: "text/x.tlog.size", status: .conflict)
        case .malformed: throw DomainError.malformed(refusal.sentence)
        case .unsigned: throw DomainError.forbidden(refusal.sentence)
        case .unknownLog: throw DomainError.notFound(refusal.sentence)
        case .inconsistent: throw DomainError.invalid("proof", refusal.sentence)
        }
    }

    private static func journal(
        _ note: SignedNote, from address: String, at now: Instant, in tx: Transaction
    ) throws {
        let checkpoint = try Checkpoint(note.text)
        let log = Actor(accountID: 0, name: checkpoint.origin, channel: "api", address: address)
        try Journal.append(
            JournalEntry(
                at: now, actor: log, action: "witness.cosigned", subject: checkpoint.origin,
                sentence: "见证了日志 \(checkpoint.origin) 的前 \(checkpoint.head.size) 条。",
                detail: ["root": checkpoint.head.root.description]),
            in: tx)
    }

    private static let operation = APIOperation(
        id: "addCheckpoint", tag: "日志", body: .text, responses: [200: nil, 409: nil])
}
