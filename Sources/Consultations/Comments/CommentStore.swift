import Crypto
import Foundation
import Refusals
import Storage
import WorkingTime

/// The SQL of comments.
enum CommentStore {
    static let pageSize = 20
    private static let columns: SQL = """
        SELECT c.*, a.outcome, a.reason FROM public_comment c
        LEFT JOIN public_comment_answer a ON a.id = c.answer_id
        """

    /// What is looked for.
    struct Search: Sendable {
        var anchor: String?
        var bySupport = false
        var isUnanswered: Bool?
    }

    static func likeness(_ words: String) -> String {
        SHA256.hash(data: Data(CoveredWords.likeness(words).utf8)).map { String(format: "%02x", $0) }.joined()
    }

    /// Throws `notFound`.
    static func comment(_ number: Int, of id: Int64, in tx: Transaction) throws -> PublicComment {
        let row = try tx.row("\(columns) WHERE c.consultation_id = \(id) AND c.number = \(number)")
        guard let row else { throw DomainError.notFound("没有这条意见。") }
        return try PublicComment(row)
    }

    /// The one that says the same at the same place; nil when nobody has.
    static func alike(_ words: String, on anchor: String, of id: Int64, in tx: Transaction) throws
        -> PublicComment?
    {
        try tx.row(
            """
            \(columns) WHERE c.consultation_id = \(id) AND c.anchor = \(anchor)
                AND c.likeness = \(likeness(words))
            """
        ).map(PublicComment.init)
    }

    /// Those of a draft: the newest first, or what most support.
    static func comments(of id: Int64, _ search: Search, after cursor: String?, in tx: Transaction) throws
        -> Slice<PublicComment>
    {
        let place: SQL = search.anchor.map { "AND c.anchor = \($0)" } ?? ""
        let open: SQL =
            switch search.isUnanswered {
            case true: "AND c.answer_id IS NULL AND c.state = 'shown'"
            case false: "AND c.answer_id IS NOT NULL"
            case nil: ""
            }
        let cursor = try cursor.map { try Cursor($0) }
        let (older, order): (SQL, SQL) =
            search.bySupport
            ? (
                try cursor.map { "AND (c.supports, c.number) < (\(try $0.numericKey), \($0.id))" } ?? "",
                "c.supports DESC, c.number DESC"
            ) : (cursor.map { "AND c.number < \($0.id)" } ?? "", "c.number DESC")
        let rows = try tx.rows(
            """
            \(columns) WHERE c.consultation_id = \(id) \(place) \(open) \(older)
            ORDER BY \(order) LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(PublicComment.init), size: pageSize) {
            Cursor(key: Int64($0.supports), id: Int64($0.number))
        }
    }

    /// A stretch of all, the oldest first.
    static func stretch(of id: Int64, after number: Int, limit: Int, in tx: Transaction) throws
        -> [PublicComment]
    {
        try tx.rows(
            """
            \(columns) WHERE c.consultation_id = \(id) AND c.number > \(number) ORDER BY c.number LIMIT \(limit)
            """
        ).map(PublicComment.init)
    }

    /// Those a person has made, the newest first.
    static func comments(by person: Int64, of id: Int64, in tx: Transaction) throws -> [PublicComment] {
        try tx.rows(
            """
            \(columns) WHERE c.consultation_id = \(id) AND c.person_id = \(person)
            ORDER BY c.number DESC LIMIT 100
            """
        ).map(PublicComment.init)
    }

    /// How many a person has made, also those withdrawn: nobody makes room by withdrawing.
    static func count(by person: Int64, of id: Int64, in tx: Transaction) throws -> Int {
        try tx.count(
            "SELECT count(*) FROM public_comment WHERE consultation_id = \(id) AND person_id = \(person)")
    }
}

extension PublicComment {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), consultationID: try row.id("consultation_id"),
            number: try row.int("number"),
            anchor: try row.text("anchor"), words: try row.text("words"),
            accountID: try row.optionalID("account_id"), personID: try row.optionalID("person_id"),
            author: try row.text("author"), supports: try row.int("supports"), state: try row.value("state"),
            createdAt: try row.instant("created_at"), version: try row.optionalInt("version"),
            answer: try row.optionalText("outcome").flatMap(CommentAnswer.Outcome.init).map {
                CommentAnswer(stored: $0, reason: try row.text("reason"))
            })
    }
}
