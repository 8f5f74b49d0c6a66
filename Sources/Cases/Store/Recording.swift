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
        let earlier = try fingerprints(of: before)
        let later = try fingerprints(
            of: matter.cases.filter { subject in
                matter.events.contains { $0.number == subject.number.text }
            })
        for event in matter.events {
            guard let subject = matter[event.number] else { continue }
            try Journal.append(
                entry(
                    event, of: subject, from: earlier[event.number], to: later[event.number], by: actor,
                    at: now),
                in: tx)
            if let notice = event.notice, let account = subject.applicant.accountID {
                try outbox.enqueue(to: account, about: matter.root.number.text, notice, at: now, in: tx)
            }
        }
    }

    private static func entry(
        _ event: CaseEvent, of subject: Case, from before: String?, to after: String?, by actor: Actor,
        at now: Instant
    ) -> JournalEntry {
        var detail = ["phase": subject.phase.rawValue]
        detail["outcome"] = event.outcome
        return JournalEntry(
            at: now, actor: event.isAutomatic ? .system : actor, action: event.action, subject: event.number,
            sentence: event.sentence, isPublic: event.isPublic, beforeDigest: before, afterDigest: after,
            detail: detail)
    }

    /// The fingerprints of cases, by number.
    private static func fingerprints(of cases: [Case]) throws -> [String: String] {
        try Dictionary(
            cases.map { ($0.number.text, try Journal.digest(of: Substance($0))) },
            uniquingKeysWith: { first, _ in first })
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
