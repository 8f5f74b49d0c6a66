import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages need, and how a hearing is changed: rule, row and journal in one transaction.
struct HearingOffice: Sendable {
    let database: Database
    let directory: Directory
    let files: FileStore
    let outbox: Outbox

    static let missing: Sentence = "没有这场听证会。"

    /// The names of organs by their keys.
    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }

    /// A hearing of the officer's organ.
    ///
    /// - Throws: `notFound` for that of another organ too.
    func own(_ request: WebRequest, _ organs: Set<String>, in tx: Transaction) throws -> Hearing {
        let found = try HearingStore.hearing(try request.id(Self.missing), in: tx)
        guard organs.contains(found.organ) else { throw DomainError.notFound(Self.missing) }
        return found
    }

    /// Changes a hearing of the officer's organ.
    func change(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, _ action: String,
        _ verb: String,
        _ rule: @escaping @Sendable (inout Hearing, Actor, Transaction) throws -> Void
    ) async throws {
        let (actor, now, organs) = (
            officer.actor(request), request.now, officer.account.organs(for: power)
        )
        let id = try request.id(Self.missing)
        try await database.write { tx in
            try tx.lock("public_hearing", id: id)
            var one = try own(request, organs, in: tx)
            try rule(&one, actor, tx)
            try HearingStore.update(one, in: tx)
            try Self.record(action, "\(verb)听证会：\(one.facts.title)。", one.id, by: actor, at: now, in: tx)
        }
    }

    /// Tells those who are to take part.
    func tell(
        _ registrations: [Registration], _ hearing: Hearing, _ sentence: Sentence, at now: Instant,
        in tx: Transaction
    )
        throws
    {
        for one in registrations {
            try outbox.enqueue(
                to: one.accountID, about: "public_hearing:\(hearing.id)", sentence, at: now, in: tx)
        }
    }

    static func record(
        _ action: String, _ words: String, _ id: Int64, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "public_hearing:\(id)",
                sentence: "\(actor.name)\(words)"), in: tx)
    }
}
