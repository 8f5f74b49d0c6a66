import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What people do with a document that is out.
extension Editions {
    /// Begins a new edition from the one that is out (维护更新), or, of a document that was taken off, from the last one
    /// that was: it passes through all hands again before it is back.
    func revise(_ document: Int64, by seat: Seat, at now: Instant) async throws -> Int64 {
        let (last, manuscript) = try await database.read { tx in
            let last = try OffStore.last(document, in: tx)
            var manuscript = last.manuscript
            manuscript.links = try DocumentStore.standing(manuscript.links, in: tx)
            manuscript.parts = try manuscript.parts.map { try DocumentStore.standing($0, in: tx) }
            return (last, manuscript)
        }
        return try await begin(in: last.columnID, manuscript, of: document, from: last.id, by: seat, at: now)
    }

    /// Takes a document off at once (撤下), by a publisher of its column, with a reason.
    func takeOff(_ document: Int64, reason: String, by seat: Seat, at now: Instant) async throws {
        guard !reason.isEmpty, reason.count <= 300 else {
            throw DomainError.invalid("reason", "请写明撤下的原因，最多 300 字。")
        }
        let topics = try await database.write { tx in
            try tx.lock("content_document", id: document)
            let live = try PublicStore.live(document, in: tx)
            let column = try SiteStore.column(live.columnID, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: column.id, tx)
            guard roles.contains(.publisher), seat.roles.contains(.publisher) else {
                throw DomainError.forbidden("撤下由「\(column.name)」栏目的信息发布人员办理。")
            }
            let topics = try DocumentStore.topics(
                of: column, try DocumentStore.takeOff(document, at: now, in: tx), in: tx)
            try record(
                "document.taken_off", live, "\(seat.actor.name)撤下《\(live.manuscript.title)》：\(reason)",
                by: seat, at: now,
                in: tx)
            try recallNext(of: document, by: seat, at: now, in: tx)
            for topic in topics.sorted() { try tx.announce(topic) }
            return topics
        }
        topics.forEach(cache.drop)
    }
}
