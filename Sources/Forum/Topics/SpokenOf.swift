import Storage
import WorkingTime

/// A topic as figures know it.
public struct TopicSpokenOf: Sendable, Hashable {
    /// The topic.
    public let id: Int64
    /// When it was begun.
    public let at: Instant
    /// The board in words, and the title.
    public let board: String, title: String
}

extension Forum {
    /// The newest topics that everybody reads.
    public func spokenOf(limit: Int) async throws -> [TopicSpokenOf] {
        try await office.database.read { tx in
            let rules = try office.rules(in: tx)
            return try tx.rows(
                """
                SELECT t.* FROM forum_topic t JOIN forum_member m ON m.id = t.member_id
                WHERE t.state = 'shown' AND m.blocked_until IS NULL ORDER BY t.last_at DESC, t.id DESC LIMIT \(limit)
                """
            ).map(Topic.init).map { topic in
                TopicSpokenOf(
                    id: topic.id, at: topic.createdAt, board: rules.board(topic.board)?.name ?? topic.board,
                    title: topic.title)
            }
        }
    }
}
