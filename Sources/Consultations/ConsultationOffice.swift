import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages need, and how a draft is changed: rule, row and journal in one transaction.
struct ConsultationOffice: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox

    static let missing: Sentence = "没有这次征求意见。"

    /// The names of organs by their keys.
    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }

    /// A draft of the officer's organ.
    ///
    /// - Throws: `notFound` for that of another organ too.
    func own(_ request: WebRequest, _ organs: Set<String>, in tx: Transaction) throws -> Consultation {
        let found = try ConsultationStore.consultation(try request.id(Self.missing), in: tx)
        guard organs.contains(found.organ) else { throw DomainError.notFound(Self.missing) }
        return found
    }

    /// Changes a draft of the officer's organ.
    func change(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout Consultation, Actor, Transaction) throws -> Void
    ) async throws {
        let (actor, now, organs) = (officer.actor(request), request.now, officer.account.organs(for: power))
        let id = try request.id(Self.missing)
        try await database.write { tx in
            try tx.lock("public_consultation", id: id)
            var one = try own(request, organs, in: tx)
            try rule(&one, actor, tx)
            try ConsultationStore.update(one, in: tx)
            try Self.record(action, "\(verb)征求意见稿：\(one.facts.title)。", one.id, by: actor, at: now, in: tx)
        }
    }

    static func record(
        _ action: String, _ words: String, _ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "consultation:\(id)",
                sentence: "\(actor.name)\(words)"), in: tx)
    }
}
