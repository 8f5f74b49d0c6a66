import Storage
import WorkingTime

/// The SQL of who agrees; each person counts once, and nobody who may not write now.
enum SupportStore {
    static func counts(of ids: [Int64], in tx: Transaction) throws -> [Int64: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT s.post_id, count(*) AS many FROM forum_support s JOIN forum_member m ON m.id = s.member_id
            WHERE s.post_id IN \(list: ids) AND m.blocked_until IS NULL GROUP BY s.post_id
            """)
        return Dictionary(try rows.map { (try $0.id("post_id"), try $0.int("many")) }) { first, _ in first }
    }

    /// - Returns: whether it was the first time.
    static func support(_ post: Int64, by member: Int64, at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO forum_support (post_id, member_id, supported_at) VALUES (\(post), \(member), \(now))
            ON CONFLICT (post_id, member_id) DO NOTHING
            """) == 1
    }
}
