import Refusals
import Storage
import WorkingTime

extension CommentStore {
    /// Who says something.
    struct Voice: Sendable, Hashable {
        let accountID: Int64
        let personID: Int64
        let author: String
    }

    /// Keeps a comment under the next number, which it gives.
    static func insert(
        _ words: String, on anchor: String, of one: Consultation, by voice: Voice, at now: Instant,
        in tx: Transaction
    ) throws -> Int {
        let row = try tx.row(
            """
            UPDATE public_comment_count SET comments = comments + 1 WHERE consultation_id = \(one.id)
            RETURNING comments
            """)
        guard let number = try row?.int("comments") else {
            throw DomainError.notFound(ConsultationOffice.missing)
        }
        try tx.execute(
            """
            INSERT INTO public_comment (id, consultation_id, number, anchor, words, likeness, account_id,
                person_id, author, supports, state, created_at, version)
            VALUES (\(tx.ids.next()), \(one.id), \(number), \(anchor), \(words), \(likeness(words)),
                \(voice.accountID), \(voice.personID), \(voice.author), 0, 'shown', \(now), \(one.version))
            """)
        return number
    }

    /// Counts a person for a comment; of the same person twice, once.
    ///
    /// - Returns: whether it was the first time.
    static func support(_ comment: Int64, by person: Int64, at now: Instant, in tx: Transaction) throws
        -> Bool
    {
        let taken = try tx.execute(
            """
            INSERT INTO public_comment_support (comment_id, person_id, supported_at)
            VALUES (\(comment), \(person), \(now)) ON CONFLICT (comment_id, person_id) DO NOTHING
            """)
        guard taken == 1 else { return false }
        try tx.execute("UPDATE public_comment SET supports = supports + 1 WHERE id = \(comment)")
        return true
    }

    /// Takes words away; where others rely on them, only who said them.
    static func withdraw(_ comment: PublicComment, in tx: Transaction) throws {
        guard !comment.outlivesWithdrawal else {
            try tx.execute(
                "UPDATE public_comment SET account_id = NULL, author = '' WHERE id = \(comment.id)")
            return
        }
        try tx.execute(
            """
            UPDATE public_comment SET state = 'withdrawn', words = '', author = '', account_id = NULL,
                likeness = \("withdrawn \(comment.id)")
            WHERE id = \(comment.id)
            """)
    }

    /// How many are not answered.
    static func unanswered(of id: Int64, in tx: Transaction) throws -> Int {
        try tx.count(
            """
            SELECT count(*) FROM public_comment
            WHERE consultation_id = \(id) AND answer_id IS NULL AND state = 'shown'
            """)
    }

    /// Of these numbers, those of comments that were answered with 未采纳.
    static func rejected(_ numbers: Set<Int>, of id: Int64, in tx: Transaction) throws -> Set<Int> {
        guard !numbers.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT c.number FROM public_comment c JOIN public_comment_answer a ON a.id = c.answer_id
            WHERE c.consultation_id = \(id) AND c.number IN \(list: numbers.sorted().map { Int64($0) })
                AND a.outcome = 'rejected'
            """)
        return Set(try rows.map { try $0.int("number") })
    }

    /// Of these numbers those of comments that stand.
    static func known(_ numbers: Set<Int>, of id: Int64, in tx: Transaction) throws -> Set<Int> {
        guard !numbers.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT number FROM public_comment
            WHERE consultation_id = \(id) AND number IN \(list: numbers.sorted().map { Int64($0) })
                AND state = 'shown'
            """)
        return Set(try rows.map { try $0.int("number") })
    }

    /// How many stand at each passage.
    static func counts(of id: Int64, in tx: Transaction) throws -> [String: Int] {
        let rows = try tx.rows(
            """
            SELECT anchor, count(*) AS comments FROM public_comment
            WHERE consultation_id = \(id) AND state = 'shown' GROUP BY anchor
            """)
        return Dictionary(try rows.map { (try $0.text("anchor"), try $0.int("comments")) }) { first, _ in
            first
        }
    }
}
