import Storage

/// The SQL of what was counted.
enum ResultStore {
    /// Closed and not counted yet.
    static func uncounted(in tx: Transaction) throws -> [Survey] {
        let rows = try tx.rows(
            "SELECT id FROM survey WHERE state = 'closed' AND results IS NULL ORDER BY id LIMIT 20")
        return try rows.map { try SurveyStore.survey(try $0.id("id"), in: tx) }
    }

    static func save(_ results: SurveyResults, of id: Int64, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE survey SET results = \(encodeJSON(results)) WHERE id = \(id) AND results IS NULL")
    }

    /// nil until it is counted.
    static func results(of id: Int64, in tx: Transaction) throws -> SurveyResults? {
        guard let row = try tx.row("SELECT results FROM survey WHERE id = \(id)"),
            try row.optionalText("results") != nil
        else { return nil }
        return try row.json("results")
    }

    /// What was written to a question, in the order of lots; only those at the desk read it.
    static func words(of survey: Survey, in tx: Transaction) throws -> [(question: String, words: [String])] {
        let answers = try AnswerStore.answers(of: survey.id, after: "", limit: 500, in: tx)
        return survey.questions.filter { $0.kind == .text }.map { question in
            (question.words, answers.compactMap { $0.answers[question.key]?.first })
        }
    }
}
