import Refusals
import Storage
import WorkingTime

/// The SQL of records: lines are added, and never changed.
enum RecordStore {
    static let most = 5_000

    static func lines(of id: Int64, in tx: Transaction) throws -> [RecordLine] {
        try tx.rows(
            "SELECT * FROM hearing_line WHERE hearing_id = \(id) ORDER BY number LIMIT \(most)"
        ).map { row in
            RecordLine(
                number: try row.int("number"), kind: try row.value("kind"),
                speaker: try row.text("speaker"),
                words: try row.text("words"), writtenAt: try row.instant("written_at"))
        }
    }

    static func append(
        _ kind: RecordLine.Kind, speaker: String, words: String, person: Int64? = nil, to id: Int64,
        at now: Instant, in tx: Transaction
    ) throws {
        let row = try tx.row(
            """
            UPDATE hearing_count SET lines = lines + 1 WHERE hearing_id = \(id) AND lines < \(most) RETURNING lines
            """)
        guard let number = try row?.int("lines") else { throw DomainError.conflict("笔录已经写满。") }
        try tx.execute(
            """
            INSERT INTO hearing_line (hearing_id, number, kind, speaker, words, person_id, written_at)
            VALUES (\(id), \(number), \(kind), \(speaker), \(words), \(person), \(now))
            """)
    }

    /// How many questions a person has asked.
    static func questions(by person: Int64, of id: Int64, in tx: Transaction) throws -> Int {
        try tx.count(
            """
            SELECT count(*) FROM hearing_line WHERE hearing_id = \(id) AND person_id = \(person) AND kind = 'question'
            """)
    }
}

/// A material of a hearing.
struct HearingMaterial: Sendable, Hashable {
    let title: String
    let words: String
    let publishedAt: Instant

    /// - Throws: `invalid` at the fields.
    static func check(title: String, words: String) throws {
        var errors: [FieldError] = []
        if !(2...80).contains(title.count) {
            errors.append(FieldError("material_title", "请写明材料名称，2 到 80 字。"))
        }
        if !(10...30_000).contains(words.count) {
            errors.append(FieldError("material_words", "请写明材料内容，10 到 30000 字。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    static func insert(
        title: String, words: String, of id: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO hearing_material (id, hearing_id, title, words, published_at)
            VALUES (\(tx.ids.next()), \(id), \(title), \(words), \(now))
            """)
    }

    static func all(of id: Int64, in tx: Transaction) throws -> [HearingMaterial] {
        try tx.rows(
            "SELECT * FROM hearing_material WHERE hearing_id = \(id) ORDER BY id LIMIT 50"
        ).map { row in
            HearingMaterial(
                title: try row.text("title"), words: try row.text("words"),
                publishedAt: try row.instant("published_at"))
        }
    }
}
