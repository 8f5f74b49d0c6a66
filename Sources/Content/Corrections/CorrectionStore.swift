import Refusals
import Storage
import WorkingTime

/// The SQL of corrections.
enum CorrectionStore {
    static let pageSize = 20

    static func insert(_ correction: Correction, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_correction (id, code, site_id, column_id, document_id, path, title, kind, passage, words,
                received_at)
            VALUES (\(correction.id), \(correction.code), \(correction.siteID), \(correction.columnID),
                \(correction.documentID), \(correction.path), \(correction.title), \(correction.kind),
                \(correction.passage), \(correction.words), \(correction.receivedAt))
            """)
    }

    static func update(_ correction: Correction, in tx: Transaction) throws {
        guard let answer = correction.answer else { return }
        try tx.execute(
            """
            UPDATE content_correction SET outcome = \(answer.outcome), answer = \(answer.words),
                answered_at = \(answer.at), answered_by = \(answer.byID), answered_by_name = \(answer.byName),
                request = \(correction.request)
            WHERE id = \(correction.id)
            """)
    }

    /// The one with this code, for whoever has it. Throws `notFound`.
    static func correction(code: String, in tx: Transaction) throws -> Correction {
        let row = try tx.row("SELECT * FROM content_correction WHERE code = \(code)")
        guard let row else { throw missing }
        return try Correction(row)
    }

    /// One, for who works in its column or, where it has none, in its site. Throws `notFound`.
    static func correction(_ id: Int64, for seats: CorrectionSeats, in tx: Transaction) throws -> Correction {
        let row = try tx.row("SELECT * FROM content_correction WHERE id = \(id)")
        guard let correction = try row.map(Correction.init), seats.see(correction) else { throw missing }
        return correction
    }

    /// Those of a site that wait for an answer, the oldest first.
    static func open(
        in site: Int64, for seats: CorrectionSeats, after: String?, _ tx: Transaction
    ) throws -> Slice<Correction> {
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? 0, since?.id ?? 0)
        let rows = try tx.rows(
            """
            SELECT * FROM content_correction WHERE site_id = \(site) AND answered_at IS NULL AND \(seats.condition)
                AND (received_at, id) > (\(key), \(last))
            ORDER BY received_at, id LIMIT \(pageSize + 1)
            """)
        return try slice(rows)
    }

    /// All of a site, the newest first.
    static func all(
        in site: Int64, for seats: CorrectionSeats, after: String?, _ tx: Transaction
    ) throws -> Slice<Correction> {
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? .max, since?.id ?? .max)
        let rows = try tx.rows(
            """
            SELECT * FROM content_correction WHERE site_id = \(site) AND \(seats.condition)
                AND (received_at, id) < (\(key), \(last))
            ORDER BY received_at DESC, id DESC LIMIT \(pageSize + 1)
            """)
        return try slice(rows)
    }

    private static func slice(_ rows: [Row]) throws -> Slice<Correction> {
        Slice(fetched: try rows.map(Correction.init), size: pageSize) {
            Cursor(key: $0.receivedAt.milliseconds, id: $0.id)
        }
    }

    static let missing = DomainError.notFound("没有找到这条纠错，请核对查询码。")
}

extension Correction {
    init(_ row: Row) throws {
        let answer: Answer? = try row.optionalText("outcome").flatMap(Outcome.init(rawValue:)).map {
            outcome in
            Answer(
                outcome: outcome, words: try row.text("answer"), at: try row.instant("answered_at"),
                byID: try row.id("answered_by"), byName: try row.text("answered_by_name"))
        }
        self.init(
            id: try row.id("id"), code: try row.text("code"),
            page: CorrectedPage(
                siteID: try row.id("site_id"), columnID: try row.optionalID("column_id"),
                documentID: try row.optionalID("document_id"), path: try row.text("path"),
                title: try row.text("title")),
            draft: CorrectionDraft(
                kind: try row.value("kind"), kept: try row.text("passage"), words: try row.text("words")),
            receivedAt: try row.instant("received_at"), answer: answer,
            request: try row.optionalText("request"))
    }
}
