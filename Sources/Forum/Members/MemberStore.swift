import Refusals
import Storage
import WorkingTime

/// The SQL of members.
enum MemberStore {
    static func member(_ id: Int64, in tx: Transaction) throws -> Member? {
        try tx.row("SELECT * FROM forum_member WHERE id = \(id)").map(Member.init)
    }

    /// - Throws: `notFound`.
    static func known(_ id: Int64, in tx: Transaction) throws -> Member {
        guard let member = try member(id, in: tx) else { throw DomainError.notFound("没有这位成员。") }
        return member
    }

    /// A new member; theirs is the name from then on.
    ///
    /// - Throws: `invalid` when somebody else has the name.
    static func join(
        _ person: Int64, account: Int64, as name: Nickname, at now: Instant, in tx: Transaction
    ) throws {
        let count = try tx.execute(
            """
            INSERT INTO forum_member (id, account_id, nickname, folded, approved, joined_at)
            VALUES (\(person), \(account), \(name.text), \(Nickname.folded(name.text)), 0, \(now))
            ON CONFLICT DO NOTHING
            """)
        guard count == 1 else { throw Self.taken }
    }

    /// - Throws: `invalid` when somebody else has the name.
    static func rename(_ person: Int64, to name: Nickname, in tx: Transaction) throws {
        let folded = Nickname.folded(name.text)
        // Two who want the same name at once ask one after the other.
        try tx.exclude("forum-nickname")
        let other = try tx.row("SELECT id FROM forum_member WHERE folded = \(folded)")
        guard try other.map({ try $0.id("id") == person }) ?? true else { throw Self.taken }
        try tx.execute(
            "UPDATE forum_member SET nickname = \(name.text), folded = \(folded) WHERE id = \(person)")
    }

    private static let taken = DomainError.invalid("nickname", "这个昵称已经有人用了，请换一个。")

    /// One more post that a moderator let through.
    static func trust(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_member SET approved = approved + 1 WHERE id = \(id)")
    }

    /// Trust begins anew.
    static func distrust(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_member SET approved = 0 WHERE id = \(id)")
    }

    static func block(_ id: Int64, until: Instant?, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_member SET blocked_until = \(until) WHERE id = \(id)")
        try tx.execute("UPDATE forum_topic SET is_told = 0 WHERE member_id = \(id)")
        try tx.execute(
            """
            UPDATE forum_topic SET is_told = 0
            WHERE id IN (SELECT topic_id FROM forum_post WHERE member_id = \(id))
            """)
    }
}
