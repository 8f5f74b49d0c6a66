import Refusals
import Storage
import WorkingTime

/// A post as it is read: with its author's name and how many agree.
struct ShownPost: Sendable, Hashable {
    let post: Post
    /// The nickname; empty for what an organ says.
    let author: String
    let supports: Int
    let uptake: Uptake?
    /// Whether a leader has instructed about it.
    let isInstructed: Bool
    /// What an organ had said before, the oldest first.
    let revisions: [AnswerRevision]

    /// Why the organ took it back; nil while it stands.
    var withdrawal: String? { revisions.last?.withdrawal }
}

/// The SQL of posts.
enum PostStore {
    static let pageSize = 30
    static let missing: Sentence = "没有这条帖子，或者已经不公开。"

    /// - Throws: `notFound`.
    static func post(_ id: Int64, in tx: Transaction) throws -> Post {
        guard let row = try tx.row("SELECT * FROM forum_post WHERE id = \(id)") else {
            throw DomainError.notFound(missing)
        }
        return try Post(row)
    }

    /// One that is held until the change is made.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Post {
        try tx.lock("forum_post", id: id)
        return try post(id, in: tx)
    }

    /// The first post of a topic, with the answers of organs behind it.
    static func head(of topic: Int64, in tx: Transaction) throws -> [ShownPost] {
        let rows = try tx.rows(
            """
            SELECT * FROM (SELECT p.*, m.nickname FROM forum_post p LEFT JOIN forum_member m ON m.id = p.member_id
                WHERE p.id = \(topic)) AS first
            UNION ALL
            SELECT * FROM (SELECT p.*, NULL AS nickname FROM forum_post p
                WHERE p.topic_id = \(topic) AND p.organ IS NOT NULL AND p.state = 'shown' ORDER BY p.id LIMIT 20) AS official
            """)
        return try shown(rows, in: tx)
    }

    /// What members said to it, in the order they said it; what was taken away leaves its place.
    static func replies(to topic: Int64, after text: String?, at now: Instant, in tx: Transaction) throws
        -> Slice<ShownPost>
    {
        let last = try text.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            """
            SELECT p.*, m.nickname FROM forum_post p JOIN forum_member m ON m.id = p.member_id
            WHERE p.topic_id = \(topic) AND p.is_first = 0 AND p.state IN ('shown', 'deleted') AND p.id > \(last)
                AND (m.blocked_until IS NULL OR m.blocked_until <= \(now))
            ORDER BY p.id LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try shown(rows, in: tx), size: pageSize) { Cursor(key: "", id: $0.post.id) }
    }

    private static func shown(_ rows: [Row], in tx: Transaction) throws -> [ShownPost] {
        let posts = try rows.map(Post.init)
        let supports = try SupportStore.counts(of: posts.map(\.id), in: tx)
        let uptakes = try UptakeStore.uptakes(of: posts.map(\.id), in: tx)
        let instructed = try InstructionStore.instructed(of: posts.map(\.id), in: tx)
        let answers = posts.filter { $0.organ != nil }.map(\.id)
        let revisions = try RevisionStore.revisions(of: answers, in: tx)
        return try zip(posts, rows).map { post, row in
            ShownPost(
                post: post, author: try row.optionalText("nickname") ?? "", supports: supports[post.id] ?? 0,
                uptake: uptakes[post.id], isInstructed: instructed.contains(post.id),
                revisions: revisions[post.id] ?? [])
        }
    }

    /// A post of a topic that is read by everybody; nil for every other.
    static func quotable(_ id: Int64, of topic: Int64, at now: Instant, in tx: Transaction) throws
        -> ShownPost?
    {
        let rows = try tx.rows(
            """
            SELECT p.*, m.nickname FROM forum_post p LEFT JOIN forum_member m ON m.id = p.member_id
            WHERE p.id = \(id) AND p.topic_id = \(topic) AND p.state = 'shown' AND p.words <> ''
                AND (m.blocked_until IS NULL OR m.blocked_until <= \(now))
            """)
        return try shown(rows, in: tx).first
    }

    /// The answers of a topic that came from requests: no officer wrote them here.
    static func broughtBack(to topic: Int64, in tx: Transaction) throws -> [Post] {
        try tx.rows(
            """
            SELECT * FROM forum_post WHERE topic_id = \(topic) AND organ IS NOT NULL AND written_by = 0
            ORDER BY id LIMIT 100
            """
        ).map(Post.init)
    }

    /// What a member wrote, the newest first.
    static func own(_ member: Int64, after text: String?, in tx: Transaction) throws -> Slice<(Post, String)>
    {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT p.*, t.title FROM forum_post p JOIN forum_topic t ON t.id = p.topic_id
            WHERE p.member_id = \(member) AND p.id < \(last) ORDER BY p.id DESC LIMIT \(pageSize + 1)
            """)
        let posts = try rows.map { (try Post($0), try $0.text("title")) }
        return Slice(fetched: posts, size: pageSize) { Cursor(key: "", id: $0.0.id) }
    }

    /// What a member wrote since a moment, at most a hundred.
    static func own(_ member: Int64, since: Instant, in tx: Transaction) throws -> [Post] {
        try tx.rows("SELECT * FROM forum_post WHERE member_id = \(member) ORDER BY id DESC LIMIT 100")
            .map(Post.init).filter { $0.createdAt >= since }
    }

    /// The newest of all, to find the same again.
    static func recent(_ limit: Int, in tx: Transaction) throws -> [Post] {
        try tx.rows("SELECT * FROM forum_post ORDER BY id DESC LIMIT \(limit)").map(Post.init)
    }

    static func insert(_ post: Post, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_post (id, topic_id, member_id, organ, written_by, is_first, words, digest, state, flag,
                created_at)
            VALUES (\(post.id), \(post.topicID), \(post.memberID), \(post.organ), \(post.writtenBy), \(post.isFirst),
                \(post.words), \(post.digest), \(post.state), \(post.flag), \(post.createdAt))
            """)
    }

    static func update(_ post: Post, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE forum_post SET words = \(post.words), digest = \(post.digest), state = \(post.state),
                flag = \(post.flag), reason = \(post.reason), decided_by = \(post.decidedBy),
                edited_at = \(post.editedAt)
            WHERE id = \(post.id)
            """)
    }
}
