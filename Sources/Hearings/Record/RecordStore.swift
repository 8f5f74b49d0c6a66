import Refusals
import Storage
import WorkingTime

/// The SQL of records: lines are added, and never changed.
enum RecordStore {
    static let most = 5_000
    /// Public questions have room of their own: they never take that of what the clerk writes down.
    static let mostQuestions = 1_000

    static func lines(of id: Int64, in tx: Transaction) throws -> [RecordLine] {
        try tx.rows(
            "SELECT * FROM hearing_line WHERE hearing_id = \(id) ORDER BY number LIMIT \(most + mostQuestions)"
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
        let number = try kind == .question ? nextQuestion(of: id, in: tx) : nextLine(of: id, in: tx)
        try tx.execute(
            """
            INSERT INTO hearing_line (hearing_id, number, kind, speaker, words, person_id, written_at)
            VALUES (\(id), \(number), \(kind), \(speaker), \(words), \(person), \(now))
            """)
    }

    private static func nextLine(of id: Int64, in tx: Transaction) throws -> Int {
        let row = try tx.row(
            """
            UPDATE hearing_count SET lines = lines + 1
            WHERE hearing_id = \(id) AND lines - questions < \(most) RETURNING lines
            """)
        guard let number = try row?.int("lines") else { throw DomainError.conflict("笔录已经写满。") }
        return number
    }

    private static func nextQuestion(of id: Int64, in tx: Transaction) throws -> Int {
        let row = try tx.row(
            """
            UPDATE hearing_count SET lines = lines + 1, questions = questions + 1
            WHERE hearing_id = \(id) AND questions < \(mostQuestions) RETURNING lines
            """)
        guard let number = try row?.int("lines") else {
            throw DomainError.conflict("公众提问已满 \(mostQuestions) 个，不再收新的问题。")
        }
        return number
    }

    /// How many questions a person has asked.
    static func questions(by person: Int64, of id: Int64, in tx: Transaction) throws -> Int {
        try tx.count(
            """
            SELECT count(*) FROM hearing_line WHERE hearing_id = \(id) AND person_id = \(person) AND kind = 'question'
            """)
    }
}
