import Refusals
import Storage
import WorkingTime

/// A post as moderators see it.
struct QueueLine: Sendable, Hashable {
    let post: Post
    let topic: Topic
    let member: Member?
}

/// A post that readers reported, with what they say.
struct ReportedLine: Sendable, Hashable {
    let line: QueueLine
    let reports: [Report]
    /// The oldest of them, by which the list is walked.
    let firstReport: Int64
}

/// The SQL of what waits for moderators.
enum QueueStore {
    static let pageSize = 20

    /// The posts that wait, the oldest first.
    static func waiting(after text: String?, in tx: Transaction) throws -> Slice<QueueLine> {
        let last = try text.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            "SELECT * FROM forum_post WHERE state = 'waiting' AND id > \(last) ORDER BY id LIMIT \(pageSize + 1)"
        )
        let lines = try rows.map { try line(Post($0), in: tx) }
        return Slice(fetched: lines, size: pageSize) { Cursor(key: "", id: $0.post.id) }
    }

    /// Those that wait and say the very same.
    static func waiting(digest: String, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            "SELECT id, state FROM forum_post WHERE digest = \(digest) ORDER BY digest, id LIMIT 1000"
        ).filter { try $0.text("state") == "waiting" }.map { try $0.id("id") }
    }

    /// The posts readers reported, each once, the oldest report first.
    static func reported(after text: String?, in tx: Transaction) throws -> Slice<ReportedLine> {
        let last = try text.map { try Cursor($0).id } ?? 0
        let lines = try ReportStore.first(after: last, limit: pageSize + 1, in: tx).map { first in
            ReportedLine(
                line: try line(PostStore.post(first.postID, in: tx), in: tx),
                reports: try ReportStore.open(of: first.postID, in: tx), firstReport: first.id)
        }
        return Slice(fetched: lines, size: pageSize) { Cursor(key: "", id: $0.firstReport) }
    }

    /// A post with what belongs to it.
    static func line(_ post: Post, in tx: Transaction) throws -> QueueLine {
        QueueLine(
            post: post, topic: try TopicStore.topic(post.topicID, in: tx),
            member: try post.memberID.flatMap { try MemberStore.member($0, in: tx) })
    }
}
