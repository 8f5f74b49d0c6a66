import Journal
import Refusals
import RequestDoors
import Storage
import WorkingTime

/// A correction that is more than a fault of a page becomes a request (诉求), which has an organ, a limit and an answer: the
/// one intake of what people say (docs/adr/0060).
extension Corrections {
    /// What an editor says of it: the reader has said the rest.
    struct Forwarding: Sendable {
        let category: String
        let kind: String
        /// The street it is about; may be empty.
        let division: String
    }

    /// Files the request in the name of the editor's office, and answers the correction with its number, in one transaction.
    ///
    /// - Returns: the number.
    /// - Throws: `notFound` for who does not work there, `conflict` when it was answered, `invalid` for what cannot be chosen.
    func forward(_ id: Int64, _ forwarding: Forwarding, by actor: Actor, at now: Instant) async throws
        -> String
    {
        guard let door else { throw DomainError.conflict("本站没有开通诉求，不能转办。") }
        let correction = try await database.read { tx in
            try CorrectionStore.correction(id, for: CorrectionSeats(of: actor.accountID, in: tx), in: tx)
        }
        try correction.requireOpen()
        let line = correction.words.split(whereSeparator: \.isNewline).joined(separator: " ")
        let entry = RequestDoor.Entry(
            id: id, category: forwarding.category, kind: forwarding.kind, division: forwarding.division,
            title: "《\(correction.title)》：\(line)", words: correction.said,
            source: "读者纠错，页面《\(correction.title)》 \(correction.path)",
            page: CorrectionPath.receipt(correction.code), author: nil)
        return try await door.file(entry, actor) { number, tx in
            try tx.lock("content_correction", id: id)
            let seats = try CorrectionSeats(of: actor.accountID, in: tx)
            var correction = try CorrectionStore.correction(id, for: seats, in: tx)
            try correction.become(request: number, by: actor.accountID, named: actor.name, at: now)
            try CorrectionStore.update(correction, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "correction.forwarded", subject: "correction \(id)",
                    sentence: "\(actor.name)把纠错转为诉求 \(number)。"), in: tx)
        }
    }

    /// How far the request has come that a correction became.
    func standing(of correction: Correction) async throws -> RequestDoor.Standing? {
        guard let door, let number = correction.request else { return nil }
        return try await door.standings([number])[number]
    }
}

extension Correction {
    /// - Throws: `conflict` when it has been answered.
    func requireOpen() throws {
        guard let answer else { return }
        throw DomainError.conflict("这条纠错已由\(answer.byName)在\(answer.at.chinese)答复，不能再答复。")
    }

    /// The passage and what is said of it.
    fileprivate var said: String { passage.isEmpty ? words : "页面上写着：“\(passage)”\n\n\(words)" }
}
