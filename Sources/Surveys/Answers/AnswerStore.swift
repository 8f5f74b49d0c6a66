import Crypto
import Foundation
import Refusals
import Storage

/// The SQL of answers. Nothing in it says who answered what.
enum AnswerStore {
    /// One answer, as it is counted.
    struct Answer: Sendable {
        let lot: String
        let panelID: Int64
        let band: AgeBand
        let answers: [String: [String]]
    }

    /// What a person is known by in one survey: the same person has another mark in the next one.
    static func mark(of person: Int64, secret: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("survey:\(person)".utf8), using: key)
        return code.map { String(format: "%02x", $0) }.joined()
    }

    static func hasAnswered(_ mark: String, _ survey: Int64, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT mark FROM survey_mark WHERE survey_id = \(survey) AND mark = \(mark)") != nil
    }

    /// Takes the place of a person: of two answers that come at once, the first.
    static func take(_ mark: String, _ survey: Int64, in tx: Transaction) throws {
        let taken = try tx.execute(
            """
            INSERT INTO survey_mark (survey_id, mark) VALUES (\(survey), \(mark))
            ON CONFLICT (survey_id, mark) DO NOTHING
            """)
        guard taken == 1 else { throw DomainError.conflict("您已经答过这份问卷了，谢谢。") }
    }

    /// Counts one more of a band.
    ///
    /// - Throws: `conflict` when there is no place left.
    static func count(_ band: AgeBand, _ survey: Survey, in tx: Transaction) throws {
        let most = survey.facts.quotas[band] ?? .max
        let counted = try tx.execute(
            """
            INSERT INTO survey_count (survey_id, age_group, answers) VALUES (\(survey.id), \(band), 1)
            ON CONFLICT (survey_id, age_group) DO UPDATE SET answers = survey_count.answers + 1
            WHERE survey_count.answers < \(most)
            """)
        guard counted == 1 else {
            throw DomainError.conflict("\(band.chinese)的名额已满，谢谢您的关心。结果会在这里公布。")
        }
    }

    /// Whether there is no place left for a band.
    static func isFull(_ band: AgeBand, _ survey: Survey, in tx: Transaction) throws -> Bool {
        guard let most = survey.facts.quotas[band] else { return false }
        return try (counts(of: survey.id, in: tx)[band] ?? 0) >= most
    }

    /// Keeps an answer; one that was given here in a row that need not be its own.
    static func insert(
        _ answers: [String: [String]], _ band: AgeBand, panel: Int64 = 0, _ survey: Int64, in tx: Transaction
    ) throws {
        let given = AnswerContent(band: band.rawValue, answers: try encodeJSON(answers))
        let kept = panel == 0 ? try Mixing.mix(given, survey, in: tx) : given
        try tx.execute(
            """
            INSERT INTO survey_answer (survey_id, lot, panel_id, age_group, answers)
            VALUES (\(survey), \(newLot()), \(panel), \(kept.band), \(kept.answers))
            """)
    }

    /// A key that says nothing.
    static func newLot() -> String { UUID().uuidString }

    /// How many have answered here.
    static func counts(of survey: Int64, in tx: Transaction) throws -> [AgeBand: Int] {
        let rows = try tx.rows("SELECT age_group, answers FROM survey_count WHERE survey_id = \(survey)")
        let pairs = try rows.map { (try $0.value("age_group", as: AgeBand.self), try $0.int("answers")) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Answers behind a lot, in the order of lots.
    static func answers(of survey: Int64, after lot: String, limit: Int, in tx: Transaction) throws
        -> [Answer]
    {
        try tx.rows(
            """
            SELECT lot, panel_id, age_group, answers FROM survey_answer
            WHERE survey_id = \(survey) AND lot > \(lot) ORDER BY lot LIMIT \(limit)
            """
        ).map { row in
            Answer(
                lot: try row.text("lot"), panelID: try row.id("panel_id"), band: try row.value("age_group"),
                answers: try row.json("answers"))
        }
    }

    /// Forgets who has answered, and what could tell.
    static func forgetMarks(of survey: Int64, in tx: Transaction) throws {
        try tx.execute("UPDATE survey SET secret = NULL WHERE id = \(survey)")
        try tx.execute("DELETE FROM survey_mark WHERE survey_id = \(survey)")
    }
}
