import Storage
import WorkingTime

/// What an organ had said before it corrected or withdrew its answer.
struct AnswerRevision: Sendable, Hashable {
    let postID: Int64
    /// The words until then.
    let words: String
    /// Why it was withdrawn; nil for a correction.
    let withdrawal: String?
    let at: Instant
}

/// The SQL of what answers said before.
enum RevisionStore {
    /// An answer that is wrong more often is better given anew.
    static let most = 20

    static func insert(_ revision: AnswerRevision, by account: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO forum_revision (id, post_id, words, withdrawal, revised_by, revised_at)
            VALUES (\(tx.ids.next()), \(revision.postID), \(revision.words), \(revision.withdrawal), \(account),
                \(revision.at))
            """)
    }

    static func count(of post: Int64, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) FROM forum_revision WHERE post_id = \(post)")
    }

    /// Those of some answers, the oldest first.
    static func revisions(of ids: [Int64], in tx: Transaction) throws -> [Int64: [AnswerRevision]] {
        guard !ids.isEmpty else { return [:] }
        let all = try tx.rows(
            """
            SELECT * FROM forum_revision WHERE post_id IN \(list: ids) ORDER BY post_id, id
            LIMIT \(ids.count * (most + 1))
            """
        ).map { row in
            AnswerRevision(
                postID: try row.id("post_id"), words: try row.text("words"),
                withdrawal: try row.optionalText("withdrawal"), at: try row.instant("revised_at"))
        }
        return Dictionary(grouping: all, by: \.postID)
    }
}
