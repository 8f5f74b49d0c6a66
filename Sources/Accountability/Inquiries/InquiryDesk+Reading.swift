import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// How an inquiry is read, by pages and programs alike.
extension InquiryDesk {
    /// One inquiry with its steps. That somebody else looked at what is said about a person is in the journal before it is
    /// shown.
    ///
    /// - Throws: `notFound`, also for what one may not see.
    func read(_ id: Int64, _ filter: InquiryFilter, _ actor: Actor, at now: Instant) async throws -> (
        Inquiry, [InquiryStep]
    ) {
        try await database.write { tx in
            var inquiry = try look(id, filter, at: now, in: tx)
            // What was decided is over: nothing is left to warn of.
            if inquiry.closedAt != nil { inquiry.retraction = nil }
            if filter.sight(of: inquiry) != .person {
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "accountability.read", subject: inquiry.number,
                        sentence: "\(actor.name)查看了一件问责。"), in: tx)
            }
            return (inquiry, try InquiryStore.steps(of: id, in: tx))
        }
    }

    /// One inquiry, and whether what it rests on still stands: a card may be taken back while somebody is heard about it.
    func look(_ id: Int64, _ filter: InquiryFilter, at now: Instant, in tx: Transaction) throws -> Inquiry {
        var inquiry = try InquiryStore.inquiry(id, filter, in: tx)
        inquiry.retraction = try grounds.retraction(of: inquiry, at: now, in: tx)
        return inquiry
    }
}
