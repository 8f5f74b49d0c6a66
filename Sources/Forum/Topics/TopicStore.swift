import Refusals
import Storage
import WorkingTime

/// The SQL of topics. What those wrote who may not write now is in no list and no count.
enum TopicStore {
    static let pageSize = 20
    static let missing: Sentence = "没有这个话题，或者已经不公开。"

    /// Those that everybody reads, the ones with the newest words first.
    static func newest(on board: String?, after text: String?, at now: Instant, in tx: Transaction) throws
        -> Slice<TopicLine>
    {
        var conditions: [SQL] = [
            "t.state = 'shown'", "(m.blocked_until IS NULL OR m.blocked_until <= \(now))",
        ]
        if let board { conditions.append("t.board = \(board)") }
        if let cursor = try text.map(Cursor.init) {
            conditions.append("(t.last_at, t.id) < (\(try cursor.numericKey), \(cursor.id))")
        }
        let rows = try tx.rows(
            """
            SELECT t.*, m.nickname FROM forum_topic t JOIN forum_member m ON m.id = t.member_id
            WHERE \(SQL.joined(conditions, " AND ")) ORDER BY t.last_at DESC, t.id DESC LIMIT \(pageSize + 1)
            """)
        let ids = try rows.map { try $0.id("id") }
        let (counts, organs) = (try replies(of: ids, at: now, in: tx), try answering(ids, in: tx))
        let lines = try rows.map { row in
            let topic = try Topic(row)
            return TopicLine(
                topic: topic, author: try row.text("nickname"), replies: counts[topic.id] ?? 0,
                organs: organs[topic.id] ?? [])
        }
        return Slice(fetched: lines, size: pageSize) {
            Cursor(key: $0.topic.lastAt.milliseconds, id: $0.topic.id)
        }
    }

    private static func replies(of ids: [Int64], at now: Instant, in tx: Transaction) throws -> [Int64: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT p.topic_id, count(*) AS replies FROM forum_post p
            LEFT JOIN forum_member m ON m.id = p.member_id
            WHERE p.topic_id IN \(list: ids) AND p.state = 'shown' AND p.is_first = 0
                AND (m.blocked_until IS NULL OR m.blocked_until <= \(now))
            GROUP BY p.topic_id
            """)
        let pairs = try rows.map { (try $0.id("topic_id"), try $0.int("replies")) }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func answering(_ ids: [Int64], in tx: Transaction) throws -> [Int64: [String]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT topic_id, organ FROM forum_post
            WHERE topic_id IN \(list: ids) AND organ IS NOT NULL AND state = 'shown' AND words <> ''
            ORDER BY topic_id, id
            """)
        return try rows.reduce(into: [:]) { found, row in
            let (topic, organ) = (try row.id("topic_id"), try row.text("organ"))
            if found[topic]?.contains(organ) != true { found[topic, default: []].append(organ) }
        }
    }

    /// One that is read by everybody, also when its author took the first post away and left what others said.
    ///
    /// - Throws: `notFound`, also while its author may not write.
    static func open(_ id: Int64, at now: Instant, in tx: Transaction) throws -> Topic {
        let row = try tx.row(
            """
            SELECT t.* FROM forum_topic t JOIN forum_member m ON m.id = t.member_id
            WHERE t.id = \(id) AND t.state IN ('shown', 'deleted')
                AND (m.blocked_until IS NULL OR m.blocked_until <= \(now))
            """)
        guard let row else { throw DomainError.notFound(missing) }
        return try Topic(row)
    }

    /// - Throws: `notFound`.
    static func topic(_ id: Int64, in tx: Transaction) throws -> Topic {
        guard let row = try tx.row("SELECT * FROM forum_topic WHERE id = \(id)") else {
            throw DomainError.notFound(missing)
        }
        return try Topic(row)
    }

    static func insert(_ topic: Topic, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_topic (id, board, member_id, title, state, created_at, last_at, is_told)
            VALUES (\(topic.id), \(topic.board), \(topic.memberID), \(topic.title), \(topic.state),
                \(topic.createdAt), \(topic.lastAt), 0)
            """)
    }

    /// Its first post is now in this state.
    static func follow(_ id: Int64, _ state: Post.State, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_topic SET state = \(state), is_told = 0 WHERE id = \(id)")
    }

    static func rename(_ id: Int64, _ title: String, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_topic SET title = \(title), is_told = 0 WHERE id = \(id)")
    }

    /// Something was just shown in it.
    static func stir(_ id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_topic SET last_at = \(now), is_told = 0 WHERE id = \(id)")
    }

    /// The search has to hear of it anew.
    static func untell(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE forum_topic SET is_told = 0 WHERE id = \(id)")
    }
}
