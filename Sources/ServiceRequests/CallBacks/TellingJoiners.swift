import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

extension RequestOffice {
    /// Matters that have ended and of which those who called or came with the same are not all told, petitions as well.
    func untold(at organs: Set<String>, after place: String? = nil) async throws -> Slice<RequestRow> {
        let since = cases.now.day.adding(days: -JoinerStore.days).startOfDay
        return try await database.read {
            try JoinerStore.untold(at: organs.sorted(), since: since, after: place, in: $0)
        }
    }

    /// Keeps that one of those who joined was told.
    ///
    /// - Throws: `forbidden` for other offices, `conflict` before the matter has ended or the second time, `notFound` for
    ///   somebody who joined another one.
    func tell(_ joiner: Int64, of number: String, by actor: Actor, as viewer: Viewer) async throws {
        try await subject(number, for: viewer).requireTelling(by: actor)
        let now = cases.now
        try await database.write { tx in
            let row = try RequestStore.request(number, in: tx)
            try row.requireEnded()
            try JoinerStore.tell(joiner, of: row.id, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.joiner_told", subject: number,
                    sentence: "\(actor.name)告诉了一位反映同一件诉求的人。"), in: tx)
        }
    }
}

extension Case {
    /// Those who joined are told by the office that took the matter in, whatever way it went.
    func requireTelling(by actor: Actor) throws {
        guard actor.organ == plan.hall else { throw DomainError.forbidden("由受理的单位告诉同时反映的人。") }
    }
}

extension RequestRow {
    /// - Throws: `conflict` while nothing can be told.
    func requireEnded() throws {
        guard endedAt != nil else { throw DomainError.conflict("这件诉求还没有办结，请等办结以后再告诉。") }
    }
}
