import BusinessProcess
import Codes
import Identity
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
        let told = Set(matter.events.map(\.number))
        let earlier = try fingerprints(of: before, told)
        let later = try fingerprints(of: matter.cases, told)
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
            try event.reminder.map { try remind($0, of: event.number, at: now, to: outbox, in: tx) }
            if let words = event.toHead {
                let members = try Accounts.members(of: subject.plan.organ, in: tx)
                for head in members where head.roles.contains(.head) {
                    try outbox.enqueue(to: head.id, about: event.number, words, at: now, in: tx)
                }
            }
        }
    }

    /// Tells whoever has a step, or everybody who may take it.
    private static func remind(
        _ reminder: CaseEvent.Reminder, of number: String, at now: Instant, to outbox: Outbox,
        in tx: Transaction
    ) throws {
        let accounts =
            try reminder.holder.map { [$0.accountID] }
            ?? Accounts.members(of: reminder.organ, in: tx).filter { member in
                member.roles.contains { $0.rawValue == reminder.role }
            }.map(\.id)
        for account in accounts {
            try outbox.enqueue(to: account, about: number, reminder.sentence, at: now, in: tx)
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

    /// The fingerprints of those cases that something is told of, by number: one change tells several things of a
    /// case, and of most cases of a joint service nothing.
    private static func fingerprints(of cases: [Case], _ told: Set<String>) throws -> [String: String] {
        var fingerprints: [String: String] = [:]
        for subject in cases where told.contains(subject.number.text) {
            fingerprints[subject.number.text] = try Journal.digest(of: Substance(subject))
        }
        return fingerprints
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
