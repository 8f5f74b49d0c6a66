import Refusals
import Storage
import WorkingTime

/// What a reader finds wrong with a post.
struct Report: Sendable, Hashable {
    let id: Int64
    let postID: Int64
    let memberID: Int64
    let reason: String
    let words: String
    let reportedAt: Instant
}

/// The SQL of reports.
enum ReportStore {
    static let sealed = SealedTable("forum_report", columns: ["words"])
    static let pageSize = 50

    /// - Returns: whether it was their first of this post.
    static func insert(
        _ post: Int64, by member: Int64, reason: String, words: String, at now: Instant, in tx: Transaction
    ) throws -> Bool {
        let id = tx.ids.next()
        return try tx.execute(
            """
            INSERT INTO forum_report (id, post_id, member_id, reason, words, reported_at)
            VALUES (\(id), \(post), \(member), \(reason), \(try sealed.seal(words, "words", row: id, in: tx)), \(now))
            ON CONFLICT (post_id, member_id) DO NOTHING
            """) == 1
    }

    /// Of each post the first one nobody has looked at, the oldest first.
    static func first(after last: Int64, limit: Int, in tx: Transaction) throws -> [Report] {
        try reports(
            """
            SELECT r.* FROM forum_report r WHERE r.closed_at IS NULL AND r.id > \(last)
                AND NOT EXISTS (SELECT 1 FROM forum_report e
                    WHERE e.post_id = r.post_id AND e.closed_at IS NULL AND e.id < r.id)
            ORDER BY r.id LIMIT \(limit)
            """, in: tx)
    }

    /// Those of a post nobody has looked at.
    static func open(of post: Int64, in tx: Transaction) throws -> [Report] {
        try reports(
            """
            SELECT * FROM forum_report WHERE post_id = \(post) AND closed_at IS NULL
            ORDER BY post_id, member_id LIMIT \(pageSize)
            """, in: tx)
    }

    private static func reports(_ sql: SQL, in tx: Transaction) throws -> [Report] {
        try tx.rows(sql).map { row in
            Report(
                id: try row.id("id"), postID: try row.id("post_id"), memberID: try row.id("member_id"),
                reason: try row.text("reason"), words: try sealed.open("words", of: row, in: tx),
                reportedAt: try row.instant("reported_at"))
        }
    }

    /// Closes all that are open about a post, and tells who had reported it.
    static func close(
        _ post: Int64, isUpheld: Bool, by account: Int64, at now: Instant, in tx: Transaction
    ) throws -> [Int64] {
        try tx.rows(
            """
            UPDATE forum_report SET outcome = \(isUpheld ? "upheld" : "dismissed"), closed_by = \(account),
                closed_at = \(now)
            WHERE post_id = \(post) AND closed_at IS NULL RETURNING member_id
            """
        ).map { try $0.id("member_id") }
    }
}
