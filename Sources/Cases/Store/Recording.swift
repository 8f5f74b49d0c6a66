import Codes
import Identity
import Journal
import Messaging
import Storage
import WorkingTime

/// Turns what the rules did into journal entries and notices, in the transaction that saves it.
enum Recording {
    static func record(
        _ events: [CaseEvent], of cases: [StoredCase], before: [StoredCase], by actor: Actor,
        at now: Instant, to outbox: Outbox, in tx: Transaction
    ) throws {
        let told = Set(events.map(\.number))
        let earlier = fingerprints(of: before, told)
        let later = fingerprints(of: cases, told)
        let known = events.compactMap { event in
            cases.first { $0.subject.number.text == event.number }.map { (event, $0.subject) }
        }
        try Journal.append(
            together: known.map { event, subject in
                entry(
                    event, of: subject, from: earlier[event.number], to: later[event.number], by: actor,
                    at: now)
            }, in: tx)
        for (event, subject) in known {
            try tell(event, of: subject, root: cases[0].subject, at: now, to: outbox, in: tx)
        }
    }

    private static func tell(
        _ event: CaseEvent, of subject: Case, root: Case, at now: Instant, to outbox: Outbox,
        in tx: Transaction
    ) throws {
        if let notice = event.notice, let account = subject.applicant.accountID {
            try outbox.enqueue(to: account, about: root.number.text, notice, at: now, in: tx)
        }
        try event.reminder.map { try remind($0, of: event.number, at: now, to: outbox, in: tx) }
        if let words = event.toHead {
            let members = try Accounts.members(of: subject.plan.organ, on: now.day, in: tx)
            for head in members where head.roles.contains(.head) {
                try outbox.enqueue(to: head.id, about: event.number, words, at: now, in: tx)
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
            ?? Accounts.members(of: reminder.organ, on: now.day, in: tx).filter { member in
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
    private static func fingerprints(of cases: [StoredCase], _ told: Set<String>) -> [String: String] {
        var fingerprints: [String: String] = [:]
        for stored in cases where told.contains(stored.subject.number.text) {
            fingerprints[stored.subject.number.text] = stored.fingerprint
        }
        return fingerprints
    }
}

extension Matter {
    /// Materials that came in since the matter was loaded.
    func newMaterials(since before: [Case]) -> [FiledMaterial] {
        let known = Set(before.flatMap { $0.materials.map(\.fileID) })
        return cases.flatMap(\.materials).filter { !known.contains($0.fileID) }
    }
}
