import Storage
import WorkingTime

/// What is talked about, under the title its author gave it.
struct Topic: Sendable, Hashable {
    let id: Int64
    let board: String
    let memberID: Int64
    let title: String
    /// That of its first post.
    let state: Post.State
    let createdAt: Instant
    let lastAt: Instant
}

extension Topic {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), board: try row.text("board"), memberID: try row.id("member_id"),
            title: try row.text("title"), state: try row.value("state"),
            createdAt: try row.instant("created_at"), lastAt: try row.instant("last_at"))
    }
}

/// A topic in a list.
struct TopicLine: Sendable, Hashable {
    let topic: Topic
    let author: String
    let replies: Int
    /// The organs that have answered.
    let organs: [String]
}
