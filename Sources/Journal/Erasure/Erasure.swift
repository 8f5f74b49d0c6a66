import Refusals
import Storage
import WorkingTime

/// Taking away what an entry says about a person (个人信息保护法, art. 47), without touching the tree: the leaf hash
/// stays and, without its salt, tells nothing. Number, action and time stay; an entry of its own tells of it.
public struct Erasure: Sendable, Hashable {
    static let action = "journal.erased"

    /// Why it is lawful, in words.
    public let ground: String

    /// An erasure on a ground.
    public init(ground: String) { self.ground = ground }

    /// Checks that an entry may be erased.
    ///
    /// - Throws: `conflict` for an entry that has no place yet, is erased already, or tells of an erasure;
    ///   `invalid` when no ground is given.
    public func check(_ stored: StoredEntry) throws {
        guard !ground.allSatisfy(\.isWhitespace) else {
            throw DomainError.invalid("ground", "请写明删除个人信息的法定理由。")
        }
        guard stored.leafIndex != nil else {
            throw DomainError.conflict("这条记录还没有排入日志，请稍后再删除其中的个人信息。")
        }
        guard stored.erasedAt == nil else {
            throw DomainError.conflict("这条记录中的个人信息已经删除。")
        }
        guard stored.entry.action != Self.action else {
            throw DomainError.conflict("删除个人信息的记录本身不能删除。")
        }
    }

    /// How the entry about the erasure of another one names it.
    static func subject(of id: Int64) -> String { "journal/\(id)" }
}

extension Erasure {
    /// Erases an entry, and tells of it.
    ///
    /// - Throws: `notFound`, and what ``check(_:)`` throws.
    public func erase(_ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try tx.lock("journal_entry", id: id)
        let row = try tx.row("SELECT * FROM journal_entry WHERE id = \(id)")
        guard let stored = try row.map(StoredEntry.init) else {
            throw DomainError.notFound("没有这条日志记录。")
        }
        try check(stored)
        try tx.execute(
            """
            UPDATE journal_entry SET erased_at = \(now), salt = '00000000000000000000000000000000',
                actor_id = 0, actor_name = '', address = '', parameters = '[]', detail = '{}',
                before_digest = NULL, after_digest = NULL
            WHERE id = \(id)
            """)
        let place = stored.leafIndex.map { String($0) } ?? ""
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: Self.action, subject: Self.subject(of: id),
                sentence: "\(actor.name)依法删除了日志第 \(place) 条中的个人信息：\(ground)",
                detail: ["place": place, "ground": ground]),
            in: tx)
    }

    /// The ids of those erased entries of which an entry tells that is what its own hash was made of.
    static func explained(_ entries: [StoredEntry], in tx: Transaction) throws -> Set<Int64> {
        var explained: Set<Int64> = []
        for stored in entries where stored.erasedAt != nil {
            let telling = try Journal.entries(
                subject: subject(of: stored.id), onlyPublic: false, limit: 10, in: tx)
            if telling.contains(where: { $0.entry.action == action && Journal.verify($0) }) {
                explained.insert(stored.id)
            }
        }
        return explained
    }
}
