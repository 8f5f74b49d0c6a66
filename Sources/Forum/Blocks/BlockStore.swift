import Refusals
import Storage
import WorkingTime

/// The SQL of blocks.
enum BlockStore {
    static let sealed = SealedTable("forum_block", columns: ["appeal"])

    /// - Throws: `notFound`.
    static func block(_ id: Int64, in tx: Transaction) throws -> Block {
        guard let row = try tx.row("SELECT * FROM forum_block WHERE id = \(id)") else {
            throw DomainError.notFound("没有这次禁言。")
        }
        return try Block(row, in: tx)
    }

    /// The last one of a member.
    static func last(of member: Int64, in tx: Transaction) throws -> Block? {
        try tx.row("SELECT * FROM forum_block WHERE member_id = \(member) ORDER BY id DESC LIMIT 1")
            .map { try Block($0, in: tx) }
    }

    /// Appeals nobody has decided, the oldest first.
    static func appealed(in tx: Transaction) throws -> [Block] {
        try tx.rows(
            """
            SELECT * FROM forum_block WHERE appealed_at IS NOT NULL AND decided_at IS NULL ORDER BY id LIMIT 50
            """
        ).map { try Block($0, in: tx) }
    }

    /// Those whose time is over.
    static func overdue(at now: Instant, in tx: Transaction) throws -> [Block] {
        try tx.rows(
            "SELECT * FROM forum_block WHERE ended_at IS NULL AND until_at <= \(now) ORDER BY until_at LIMIT 50"
        ).map { try Block($0, in: tx) }
    }

    static func insert(_ block: Block, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_block (id, member_id, reason, began_at, until_at, blocked_by)
            VALUES (\(block.id), \(block.memberID), \(block.reason), \(block.beganAt), \(block.untilAt),
                \(block.blockedBy))
            """)
    }

    static func update(_ block: Block, in tx: Transaction) throws {
        let appeal = try block.appeal.map { try sealed.seal($0, "appeal", row: block.id, in: tx) }
        try tx.execute(
            """
            UPDATE forum_block SET appeal = \(appeal), appealed_at = \(block.appealedAt),
                decision = \(block.isLifted.map { $0 ? "lifted" : "upheld" }), answer = \(block.answer),
                decided_by = \(block.decidedBy), decided_at = \(block.decidedAt), ended_at = \(block.endedAt)
            WHERE id = \(block.id)
            """)
    }
}
