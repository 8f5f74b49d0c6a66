import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// How an edition gets out.
extension Editions {
    /// 签发: it goes out, at once or at the moment that is signed for it, and takes the place of the edition before.
    func publish(_ id: Int64, plan: ReleasePlan = .atOnce, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.publisher, at: .sign)
            try held.edition.publish(by: seat.signature(at: now), writers: held.writers, plan: plan)
            try requireNamed(held.edition.manuscript, of: held.edition.documentID, in: tx)
            guard let moment = plan.goesOutAt else { return try bringOut(held, by: seat, at: now, in: tx) }
            try PlanStore.insert(.release, of: id, at: moment, in: tx)
            try record(
                "edition.signed", held.edition, "\(seat.actor.name)签发，定于\(moment.chinese)公开。", by: seat,
                at: now, in: tx)
            return []
        }
    }

    /// What was signed is out.
    ///
    /// - Returns: what pages it changes.
    func bringOut(_ held: Held, by seat: Seat, at now: Instant, in tx: Transaction) throws -> Set<String> {
        let edition = held.edition
        try finish(held, "sign", by: seat, at: now, in: tx)
        let touched = try DocumentStore.bringOut(edition, at: now, in: tx)
        if let end = edition.plan.endsAt { try PlanStore.insert(.expiry, of: edition.id, at: end, in: tx) }
        let words: Sentence =
            edition.plan.goesOutAt == nil
            ? "\(seat.actor.name)签发《\(edition.manuscript.title)》。"
            : "《\(edition.manuscript.title)》按\(seat.actor.name)签发的时间公开。"
        try record("edition.published", edition, words, by: seat, at: now, in: tx)
        return try DocumentStore.topics(of: held.column, touched, in: tx)
    }
}
