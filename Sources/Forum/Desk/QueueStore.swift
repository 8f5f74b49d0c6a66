import Refusals
import Storage
import WorkingTime

/// A post as moderators see it.
struct QueueLine: Sendable, Hashable {
    let post: Post
    let topic: Topic
    let member: Member?
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
    static func reported(in tx: Transaction) throws -> [(line: QueueLine, reports: [Report])] {
        let reports = try ReportStore.open(in: tx)
        var seen: Set<Int64> = []
        return try reports.filter { seen.insert($0.postID).inserted }.map { first in
            (
                try line(PostStore.post(first.postID, in: tx), in: tx),
                reports.filter { $0.postID == first.postID }
            )
        }
    }

    /// A post with what belongs to it.
    static func line(_ post: Post, in tx: Transaction) throws -> QueueLine {
        QueueLine(
            post: post, topic: try TopicStore.topic(post.topicID, in: tx),
            member: try post.memberID.flatMap { try MemberStore.member($0, in: tx) })
    }
}
