import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What is out of date is said by readers, and given up by the organ.
extension KnowledgeDesk {
    /// So many open remarks of one reader are enough.
    static let mostOpen = 20

    /// Somebody says that an entry is out of date; the organ responsible is told.
    ///
    /// - Throws: `invalid` without saying why, `tooMany` for a reader who does nothing else.
    func say(_ words: String, of id: Int64, by actor: Actor, at now: Instant) async throws {
        guard (4...500).contains(words.count) else {
            throw DomainError.invalid("words", "请写明哪里不对了，4 到 500 字。")
        }
        try await database.write { tx in
            let entry = try KnowledgeStore.entry(id, in: tx)
            guard entry.version != nil else { throw KnowledgeStore.missing }
            let open = try KnowledgeStore.feedback(on: id, in: tx).count { $0.settledAt == nil }
            guard open < Self.mostOpen else {
                throw DomainError.conflict("已有 \(open) 条反馈等待处理，负责的单位已经知道。")
            }
            try tx.execute(
                """
                INSERT INTO knowledge_feedback (id, entry_id, account_id, reader, words, said_at)
                VALUES (\(tx.ids.next()), \(id), \(actor.accountID), \(actor.name), \(words), \(now))
                """)
            for member in try Accounts.members(of: entry.organ, on: now.day, in: tx)
            where member.roles.contains(.officer) {
                try outbox.enqueue(
                    to: member.id, about: "knowledge:\(id)", "知识「\(entry.text.question)」有人反馈过时：\(words)",
                    at: now, in: tx)
            }
            try record(
                "knowledge.outdated", id, "\(actor.name)反馈知识「\(entry.text.question)」过时。", actor, now, tx)
        }
    }

    /// The organ gives an entry up: nobody finds it any more.
    ///
    /// - Throws: `invalid` without a reason, `conflict` when that was done.
    func retire(_ id: Int64, because reason: String, by actor: Actor, at now: Instant) async throws {
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("retirement", "请写明为什么停用，4 到 200 字。")
        }
        try await database.write { tx in
            try tx.lock("knowledge_entry", id: id)
            let entry = try KnowledgeStore.entry(id, in: tx)
            try entry.requireWritable()
            try tx.execute("UPDATE knowledge_entry SET retired_at = \(now) WHERE id = \(id)")
            try tx.execute(
                "UPDATE knowledge_feedback SET settled_at = \(now) WHERE entry_id = \(id) AND settled_at IS NULL"
            )
            try KnowledgeSearch.index(nil, of: id, in: tx)
            try record(
                "knowledge.retired", id, "\(actor.name)停用知识「\(entry.text.question)」：\(reason)", actor, now, tx
            )
        }
    }
}
