import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What people do with an edition. Each act is one rule of ``Edition``, one of its case, and one entry of the journal.
extension Editions {
    /// Saves another text over the one that was open.
    func save(
        _ text: Manuscript, over revision: Int, of id: Int64, by seat: Seat, at now: Instant,
        restored: Int? = nil
    ) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.editor)
            // Sent twice, or sent for review as it is: there is nothing new to keep.
            guard text != held.edition.manuscript else { return [] }
            try requireNamed(text, of: held.edition.documentID, in: tx)
            let last = try VersionStore.versions(of: id, in: tx).first?.savedByName
            try held.edition.write(text, over: revision, lastBy: last, as: held.column.kind, at: held.step)
            try VersionStore.insert(held.edition, by: seat.author, at: now, in: tx)
            try VersionStore.leave(seat.actor.accountID, id, in: tx)
            let words: Sentence =
                restored.map { "\(seat.actor.name)恢复了第 \($0) 个版本。" }
                ?? "\(seat.actor.name)保存了第 \(held.edition.revision) 个版本。"
            try record(
                restored == nil ? "edition.saved" : "edition.restored", held.edition, words, by: seat,
                at: now, in: tx)
            return []
        }
    }

    /// Puts an earlier text in the place of the newest.
    func restore(_ revision: Int, over seen: Int, of id: Int64, by seat: Seat, at now: Instant) async throws {
        let earlier = try await database.read { tx in
            _ = try EditionStore.edition(id, for: seat.viewer, in: tx)
            return try VersionStore.version(revision, of: id, in: tx)
        }
        try await save(earlier.manuscript, over: seen, of: id, by: seat, at: now, restored: revision)
    }

    /// 送审
    func submit(_ id: Int64, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.editor, at: .draft)
            let files = try EnclosureStore.files(of: id, in: tx)
            try held.edition.manuscript.requireImages(files, for: held.column.kind)
            try held.edition.submit(
                by: seat.author, as: held.column.kind, leaks: findings(in: held.edition, tx))
            try finish(held, "submit", by: seat, at: now, in: tx)
            try record("edition.submitted", held.edition, "\(seat.actor.name)送审。", by: seat, at: now, in: tx)
            try tellNext(.reviewer, of: held, besides: seat, at: now, in: tx)
            return []
        }
    }

    /// 作废: the edition is given up; a document that is out stays as it is.
    func discard(_ id: Int64, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.editor, at: .draft)
            try finish(held, "discard", by: seat, at: now, in: tx)
            try DocumentStore.release(held.edition.documentID, in: tx)
            try removeFiles(of: held.edition, in: tx)
            try record(
                "edition.discarded", held.edition, "\(seat.actor.name)作废了这一稿。", by: seat, at: now, in: tx)
            return []
        }
    }

    /// 审核通过, with the sign-off that nothing secret is in it.
    func clear(_ id: Int64, isConfirmed: Bool, opinion: String?, by seat: Seat, at now: Instant) async throws
    {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.reviewer, at: .review)
            try held.edition.clear(
                by: seat.signature(at: now), writers: held.writers, isConfirmed: isConfirmed)
            try finish(held, "pass", opinion, by: seat, at: now, in: tx)
            try record(
                "edition.cleared", held.edition, "\(seat.actor.name)审核通过，并作了保密审查。", by: seat, at: now, in: tx)
            try tellNext(.publisher, of: held, besides: seat, at: now, in: tx)
            return []
        }
    }

    /// 退回修改, by the reviewer or the publisher.
    func giveBack(_ id: Int64, opinion: String, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(
                held.step == .sign ? .publisher : .reviewer, at: held.step == .sign ? .sign : .review)
            try held.edition.giveBack()
            try finish(held, "return", opinion, by: seat, at: now, in: tx)
            try record("edition.returned", held.edition, "\(seat.actor.name)退回修改。", by: seat, at: now, in: tx)
            try tell(
                [held.edition.author.accountID], of: held,
                "您送审的稿件被退回修改（「\(held.column.name)」栏目，办件编号 \(held.edition.caseNumber)）。", at: now, in: tx)
            return []
        }
    }

    /// One step of the case is done, by somebody at the desk of the column.
    func finish(
        _ held: Held, _ outcome: String, _ opinion: String? = nil, by seat: Seat, at now: Instant,
        in tx: Transaction
    ) throws {
        guard let task = held.task else { throw DomainError.conflict("这一稿已经办完了。") }
        let finding = Finding(outcome: outcome, opinion: opinion.flatMap { $0.isEmpty ? nil : $0 })
        try cases.change(
            held.edition.caseNumber, by: seat.actor(at: held.column.id, as: held.roles), as: .system, at: now,
            in: tx
        ) { try $0.complete(task: task, with: finding, on: $1) }
    }
}

extension Editions.Held {
    /// - Throws: `forbidden` for who has not this place in the column, `conflict` when it is not the turn of this step.
    func require(_ role: Role, at expected: EditionStep? = nil) throws {
        guard roles.contains(role) else {
            throw DomainError.forbidden("这一步由「\(column.name)」栏目的\(role.chinese)办理，您在这个栏目没有这个岗位。")
        }
        guard let expected, step != expected else { return }
        throw DomainError.conflict(step.map { "这一稿现在「\($0.chinese)」，不能这样办。" } ?? "这一稿已经办完了。")
    }
}

extension Seat {
    func signature(at now: Instant) -> Edition.Signature {
        Edition.Signature(accountID: actor.accountID, name: actor.name, at: now)
    }
}
