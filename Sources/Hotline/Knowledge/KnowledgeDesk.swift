import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Where what is known is written, reviewed by a second person and kept up to date.
struct KnowledgeDesk: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox

    /// A new entry, which waits for its review.
    ///
    /// - Throws: `invalid` naming everything that is wrong with the text.
    func write(_ text: KnowledgeText, for organ: String, by actor: Actor, at now: Instant) async throws
        -> Int64
    {
        try text.check(on: now.day)
        return try await database.write { tx in
            let id = tx.ids.next()
            try tx.execute(
                """
                INSERT INTO knowledge_entry (id, organ, waiting, is_public, valid_until, written_at)
                VALUES (\(id), \(organ), 1, \(text.isPublic), \(text.lastDay), \(now))
                """)
            try insert(text, 1, of: id, by: actor, at: now, in: tx)
            return id
        }
    }

    /// A further version of an entry.
    ///
    /// - Throws: `conflict` while another one waits.
    func rewrite(_ id: Int64, as text: KnowledgeText, by actor: Actor, at now: Instant) async throws {
        try text.check(on: now.day)
        try await database.write { tx in
            try tx.lock("knowledge_entry", id: id)
            try KnowledgeStore.entry(id, in: tx).requireWritable()
            let number = (try KnowledgeStore.versions(of: id, in: tx).first?.number ?? 0) + 1
            try tx.execute("UPDATE knowledge_entry SET waiting = \(number) WHERE id = \(id)")
            try insert(text, number, of: id, by: actor, at: now, in: tx)
        }
    }

    private func insert(
        _ text: KnowledgeText, _ number: Int, of id: Int64, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO knowledge_version (id, entry_id, number, category, question, answer, source, valid_until,
                is_public, state, writer_id, writer, written_at)
            VALUES (\(tx.ids.next()), \(id), \(number), \(text.category), \(text.question), \(text.answer),
                \(text.source), \(text.lastDay), \(text.isPublic), 'waiting', \(actor.accountID),
                \(actor.name), \(now))
            """)
        try record(
            "knowledge.written", id, "\(actor.name)写了知识「\(text.question)」第 \(number) 稿。", actor, now, tx)
    }

    /// A second person decides about the version that waits.
    ///
    /// - Throws: what ``KnowledgeVersion/review(publishes:because:by:at:)`` refuses.
    func review(
        _ id: Int64, publishes: Bool, because reason: String, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.lock("knowledge_entry", id: id)
            let waiting = try KnowledgeStore.entry(id, in: tx).waiting
            let versions = try KnowledgeStore.versions(of: id, in: tx)
            guard var version = versions.first(where: { $0.number == waiting }) else {
                throw DomainError.conflict("这条知识没有等待审核的稿子。")
            }
            try version.review(publishes: publishes, because: reason, by: actor, at: now)
            try keep(version, of: id, in: tx)
            if publishes {
                try publish(version, of: id, at: now, in: tx)
            }
            try record(
                "knowledge.reviewed", id,
                "\(actor.name)审核知识「\(version.text.question)」：\(version.state.chinese)。", actor, now, tx)
            try outbox.enqueue(
                to: version.writerID, about: "knowledge:\(id)",
                "您写的知识「\(version.text.question)」\(version.state.chinese)。", at: now, in: tx)
        }
    }

    private func keep(_ version: KnowledgeVersion, of id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE knowledge_version SET state = \(version.state.rawValue), reviewer_id = \(version.reviewerID),
                reviewer = \(version.reviewer), reviewed_at = \(version.reviewedAt), reason = \(version.reason)
            WHERE entry_id = \(id) AND number = \(version.number)
            """)
        try tx.execute("UPDATE knowledge_entry SET waiting = NULL WHERE id = \(id)")
    }

    /// It is found and used from now on; what readers said of the earlier text is settled.
    private func publish(_ version: KnowledgeVersion, of id: Int64, at now: Instant, in tx: Transaction)
        throws
    {
        try tx.execute(
            """
            UPDATE knowledge_entry SET version = \(version.number), is_public = \(version.text.isPublic),
                valid_until = \(version.text.lastDay) WHERE id = \(id)
            """)
        try tx.execute(
            "UPDATE knowledge_feedback SET settled_at = \(now) WHERE entry_id = \(id) AND settled_at IS NULL")
        try KnowledgeSearch.index(version.text, of: id, in: tx)
    }

    func record(
        _ action: String, _ id: Int64, _ sentence: Sentence, _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "knowledge:\(id)", sentence: sentence), in: tx
        )
    }
}
