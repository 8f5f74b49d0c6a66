import BusinessProcess
import Codes
import Journal
import Messaging
import Storage
import WorkingTime

/// Turns what the rules did into journal entries and notices, in the transaction that saves it.
enum Recording {
    static func record(
        _ matter: Matter, before: [Case], by actor: Actor, at now: Instant, to outbox: Outbox,
        in tx: Transaction
    ) throws {
        let earlier = Dictionary(before.map { ($0.number.text, $0) }, uniquingKeysWith: { first, _ in first })
        for event in matter.events {
            guard let subject = matter[event.number] else { continue }
            try journal(event, of: subject, before: earlier[event.number], by: actor, at: now, in: tx)
            if let notice = event.notice, let account = subject.applicant.accountID {
                try outbox.enqueue(to: account, about: matter.root.number.text, notice, at: now, in: tx)
            }
        }
    }

    private static func journal(
        _ event: CaseEvent, of subject: Case, before: Case?, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        var detail = ["phase": subject.phase.rawValue]
        detail["outcome"] = event.outcome
        try Journal.append(
            JournalEntry(
                at: now, actor: event.isAutomatic ? .system : actor, action: event.action,
                subject: event.number, sentence: event.sentence, isPublic: event.isPublic,
                beforeDigest: try before.map { try Journal.digest(of: Substance($0)) },
                afterDigest: try Journal.digest(of: Substance(subject)), detail: detail),
            in: tx)
    }

    /// What the fingerprint in the journal is taken of.
    private struct Substance: Encodable {
        let phase: Phase
        let form: [String: Value]
        let body: CaseBody

        init(_ subject: Case) {
            phase = subject.phase
            form = subject.form
            body = CaseBody(subject)
        }
    }
}

extension Matter {
    /// Materials that came in since the matter was loaded.
    func newMaterials(since before: [Case]) -> [FiledMaterial] {
        let known = Set(before.flatMap { $0.materials.map(\.fileID) })
        return cases.flatMap(\.materials).filter { !known.contains($0.fileID) }
    }
}
