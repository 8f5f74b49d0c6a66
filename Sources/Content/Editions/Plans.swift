import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What happens by itself, at the moment that was signed for it.
extension Editions {
    /// Does what is due, each once, whichever node comes by; a node that is late or a clock that was set back changes
    /// when it is done and not how often.
    ///
    /// - Returns: how many went out or were taken off.
    /// - Throws: what kept one from being done, after all others have been.
    @discardableResult
    func followPlans(at now: Instant) async throws -> Int {
        var done = 0
        var failure: (any Error)?
        for plan in try await database.read({ try PlanStore.due(at: now, in: $0) }) {
            do {
                done += try await follow(plan, at: now) ? 1 : 0
            } catch let refusal as DomainError {
                try await giveUp(plan, because: refusal.sentence, at: now)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return done
    }

    private func follow(_ plan: PlannedAct, at now: Instant) async throws -> Bool {
        let topics: Set<String>? = try await database.write { tx in
            try tx.lock("content_document", id: plan.documentID)
            guard try PlanStore.take(plan, at: now, in: tx) else { return nil }
            let topics =
                plan.act == .release ? try release(plan, at: now, in: tx) : try expire(plan, at: now, in: tx)
            for topic in topics?.sorted() ?? [] { try tx.announce(topic) }
            return topics
        }
        topics?.forEach(cache.drop)
        return topics != nil
    }

    private func release(_ plan: PlannedAct, at now: Instant, in tx: Transaction) throws -> Set<String>? {
        let edition = try EditionStore.edition(plan.editionID, for: .system, in: tx)
        guard let signature = edition.published else { return nil }
        let signer = Seat(signer: signature)
        let held = try hold(edition, [.publisher], in: tx)
        try held.require(.publisher, at: .sign)
        try DocumentStore.check(edition.manuscript.links, of: edition.documentID, in: tx)
        let topics = try bringOut(held, by: signer, at: now, in: tx)
        try tell(
            [edition.author.accountID], of: held,
            "您的稿件已按签发时定的时间公开：\(edition.manuscript.title)", at: now, in: tx)
        return topics
    }

    private func expire(_ plan: PlannedAct, at now: Instant, in tx: Transaction) throws -> Set<String>? {
        let live = try PublicStore.live(plan.documentID, in: tx)
        guard live.id == plan.editionID else { return nil }
        let column = try SiteStore.column(live.columnID, in: tx)
        let touched = try DocumentStore.takeOff(plan.documentID, at: now, in: tx)
        let title = live.manuscript.title
        try record(
            "document.expired", live, "《\(title)》的期限到\(live.plan.lastDay?.written ?? "")为止，已自动撤下。",
            by: Seat(viewer: .system, actor: .system, roles: []), at: now, in: tx)
        try tell(
            [live.author.accountID], of: try hold(live, [], in: tx), "《\(title)》的期限已到，已自动撤下。", at: now,
            in: tx)
        return try DocumentStore.topics(of: column, touched, in: tx)
    }

    /// A release that the rules refuse by now, such as one that refers to a document that has been taken off: the
    /// signature is given back, and whoever signed is told why.
    private func giveUp(_ plan: PlannedAct, because reason: Sentence, at now: Instant) async throws {
        try await database.write { tx in
            try tx.lock("content_document", id: plan.documentID)
            guard try PlanStore.take(plan, at: now, in: tx), plan.act == .release else { return }
            var edition = try EditionStore.edition(plan.editionID, for: .system, in: tx)
            guard let signature = edition.published else { return }
            try edition.recall()
            try EditionStore.update(edition, in: tx)
            try record(
                "edition.recalled", edition, "到了定时发布的时间，但没有能够公开：\(reason.chinese)",
                by: Seat(viewer: .system, actor: .system, roles: []), at: now, in: tx)
            try tell(
                [signature.accountID], of: try hold(edition, [], in: tx),
                "您签发的一稿到了时间没有能够公开，请再看一次：\(reason.chinese)", at: now, in: tx)
        }
    }

    /// 收回签发: what waits to go out waits for its signature again.
    func recall(_ id: Int64, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.publisher, at: .sign)
            try held.edition.recall()
            try PlanStore.forget(.release, of: id, in: tx)
            try record("edition.recalled", held.edition, "\(seat.actor.name)收回签发。", by: seat, at: now, in: tx)
            return []
        }
    }

    /// Whoever takes a document off does not want its next edition to come out by itself a minute later.
    func recallNext(of document: Int64, by seat: Seat, at now: Instant, in tx: Transaction) throws {
        guard let next = try DocumentStore.draft(of: document, in: tx),
            try PlanStore.forget(.release, of: next, in: tx)
        else { return }
        var edition = try EditionStore.edition(next, for: .system, in: tx)
        try edition.recall()
        try EditionStore.update(edition, in: tx)
        try record(
            "edition.recalled", edition, "\(seat.actor.name)撤下了这篇内容，等待公开的签发一并收回。", by: seat, at: now, in: tx)
    }
}

extension Seat {
    /// Whoever signed, when what they signed is carried out.
    fileprivate init(signer: Edition.Signature) {
        let actor = Actor(
            accountID: signer.accountID, name: signer.name, channel: Actor.system.channel, address: "")
        self.init(viewer: .system, actor: actor, roles: [.publisher])
    }
}
