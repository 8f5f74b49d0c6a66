import Storage
import WorkingTime

/// The SQL of ratings. Statements are sent and nothing is asked where a case is followed.
enum RatingStore {
    static let sealed = SealedTable("service_rating", columns: ["words"])

    /// Keeps a rating; one that is there already stays as it is, and is not counted again.
    static func insert(_ rating: ServiceRating, in tx: Transaction) throws {
        let words = try rating.words.map { try sealed.seal($0, "words", row: rating.id, in: tx) }
        try tx.send(
            """
            INSERT INTO service_rating (id, subject, source, organ, item, place, grade, reasons, words, channel,
                rated_at, is_reviewed, is_excluded)
            VALUES (\(rating.id), \(rating.subject), \(rating.source), \(rating.organ), \(rating.item),
                \(rating.place), \(rating.grade), \(encodeJSON(rating.reasons)), \(words), \(rating.channel),
                \(rating.ratedAt), \(!rating.isBad), 0)
            """)
        try count(rating, 1, in: tx)
    }

    /// Whether something was rated already.
    static func isRated(_ subject: String, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM service_rating WHERE subject = \(subject)") != nil
    }

    /// Counts one more of its month, or one less.
    static func count(_ rating: ServiceRating, _ step: Int, in tx: Transaction) throws {
        let month = String(rating.ratedAt.day.iso.prefix(7))
        try tx.send(
            """
            INSERT INTO rating_figure (month, organ, item, grade, ratings)
            VALUES (\(month), \(rating.organ), \(rating.item), \(rating.grade), \(step))
            ON CONFLICT (month, organ, item, grade) DO UPDATE SET ratings = rating_figure.ratings + \(step)
            """)
    }

    static func rating(_ id: Int64, in tx: Transaction) throws -> ServiceRating? {
        try tx.row("SELECT * FROM service_rating WHERE id = \(id)").map { try ServiceRating($0, in: tx) }
    }

    static func ratings(_ ids: [Int64], in tx: Transaction) throws -> [Int64: ServiceRating] {
        let rows = try tx.rows("SELECT * FROM service_rating WHERE id IN \(list: ids)")
        return Dictionary(try rows.map { try ServiceRating($0, in: tx) }.map { ($0.id, $0) }) { first, _ in
            first
        }
    }

    /// Bad ones that nobody looks after yet, the oldest first.
    static func unreviewed(in tx: Transaction) throws -> [ServiceRating] {
        try tx.rows("SELECT * FROM service_rating WHERE is_reviewed = 0 ORDER BY id LIMIT 50")
            .map { try ServiceRating($0, in: tx) }
    }
}

extension ServiceRating {
    fileprivate init(_ row: Row, in tx: Transaction) throws {
        let opened = try RatingStore.sealed.opened(row, in: tx)
        self.init(
            id: try row.id("id"), subject: try row.text("subject"), source: try row.value("source"),
            organ: try row.text("organ"), item: try row.text("item"), place: try row.text("place"),
            grade: try row.int("grade"), reasons: try row.json("reasons"),
            words: try opened.optionalText("words"), channel: try row.text("channel"),
            ratedAt: try row.instant("rated_at"))
    }
}
