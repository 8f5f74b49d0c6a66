import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Puts notices up and takes them down. Every node hears of it and shows it on the next request.
struct EmergencyBoard: Sendable {
    let database: Database
    let cache: PageCache
    let board: NoticeBoard

    /// Puts a notice up in the place of the one that stands.
    ///
    /// - Throws: `invalid` for what was entered.
    func post(_ draft: EmergencyDraft, by actor: Actor, at now: Instant) async throws {
        try draft.check()
        try await database.write { tx in
            try tx.exclude("emergency notice")
            if let standing = try EmergencyStore.newest(1, in: tx).first {
                try EmergencyStore.takeDown(standing.id, at: now, in: tx)
            }
            let id = try EmergencyStore.insert(draft, by: actor, at: now, in: tx)
            try record(
                "emergency_notice.posted", id, "\(actor.name)发布紧急通知：\(draft.words)", by: actor, at: now,
                in: tx)
            try tx.announce(ContentTopic.emergency)
        }
        try await follow()
    }

    /// Takes the notice down that stands.
    ///
    /// - Throws: `conflict` when none stands.
    func takeDown(by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("emergency notice")
            guard let standing = try EmergencyStore.newest(1, in: tx).first, standing.notice(at: now) != nil
            else { throw DomainError.conflict("现在没有正在显示的紧急通知。") }
            try EmergencyStore.takeDown(standing.id, at: now, in: tx)
            try record(
                "emergency_notice.taken_down", standing.id, "\(actor.name)撤下紧急通知：\(standing.words)",
                by: actor,
                at: now, in: tx)
            try tx.announce(ContentTopic.emergency)
        }
        try await follow()
    }

    /// Shows what stands by the table, on this node.
    func follow() async throws {
        var shown: EmergencyPosting?
        var standing = try await newest()
        repeat {
            shown = standing
            board.set(shown?.notice)
            // After the board: a page that is being made with the old one is then not kept.
            cache.dropAll()
            // Somebody may have put up another one since it was read, and shown it already.
            standing = try await newest()
        } while standing != shown
    }

    private func newest() async throws -> EmergencyPosting? {
        try await database.read { try EmergencyStore.newest(1, in: $0).first }
    }

    private func record(
        _ action: String, _ id: Int64, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "emergency notice \(id)", sentence: sentence),
            in: tx)
    }
}

/// The SQL of notices.
enum EmergencyStore {
    /// The newest, whatever has become of them.
    static func newest(_ limit: Int, in tx: Transaction) throws -> [EmergencyPosting] {
        try tx.rows("SELECT * FROM emergency_notice ORDER BY id DESC LIMIT \(limit)").map(
            EmergencyPosting.init)
    }

    static func insert(_ draft: EmergencyDraft, by actor: Actor, at now: Instant, in tx: Transaction) throws
        -> Int64
    {
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO emergency_notice (id, words, address, posted_by, posted_by_name, posted_at, ends_at)
            VALUES (\(id), \(draft.words), \(draft.address), \(actor.accountID), \(actor.name), \(now),
                \(now.adding(seconds: draft.hours * 3_600)))
            """)
        return id
    }

    /// Takes a notice down, unless it is already.
    static func takeDown(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE emergency_notice SET down_at = \(now) WHERE id = \(id) AND down_at IS NULL")
    }
}

extension EmergencyPosting {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), words: try row.text("words"), address: try row.optionalText("address"),
            postedByName: try row.text("posted_by_name"), postedAt: try row.instant("posted_at"),
            endsAt: try row.instant("ends_at"), downAt: try row.optionalInstant("down_at"))
    }
}
