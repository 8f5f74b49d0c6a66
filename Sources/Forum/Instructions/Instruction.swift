import Storage
import WorkingTime

/// That a leader has instructed about a post (批示). Everybody may know that; what was said stands in the order alone.
struct Instruction: Sendable, Hashable {
    /// The post.
    let id: Int64
    /// The number of the order that came of it.
    let order: String
    let instructedAt: Instant
}

extension Instruction {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), order: try row.text("order_number"),
            instructedAt: try row.instant("instructed_at"))
    }
}

/// The SQL of instructions about posts.
enum InstructionStore {
    static func instruction(about post: Int64, in tx: Transaction) throws -> Instruction? {
        try tx.row("SELECT * FROM forum_instruction WHERE id = \(post)").map(Instruction.init)
    }

    /// Which of these posts a leader has instructed about.
    static func instructed(of ids: [Int64], in tx: Transaction) throws -> Set<Int64> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try tx.rows("SELECT id FROM forum_instruction WHERE id IN \(list: ids)").map { try $0.id("id") })
    }

    static func insert(_ instruction: Instruction, by account: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_instruction (id, order_number, instructed_by, instructed_at)
            VALUES (\(instruction.id), \(instruction.order), \(account), \(instruction.instructedAt))
            """)
    }
}
