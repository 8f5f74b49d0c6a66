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

    /// What was written to the questions that ask for words, some answers at a time in the order of lots; only those at
    /// the desk read it, and where too few have written nobody.
    static func words(
        of survey: Survey, _ results: SurveyResults, after text: String?, in tx: Transaction
    ) throws -> WrittenWords {
        let lot = try text.map { try Cursor($0).key } ?? ""
        let answers = try AnswerStore.answers(
            of: survey.id, after: lot, limit: WrittenWords.pageSize + 1, in: tx)
        let page = Slice(fetched: answers, size: WrittenWords.pageSize) {
            Cursor(key: $0.lot, id: survey.id)
        }
        let questions = survey.questions.filter { $0.kind == .text && results.isShown($0) }.map { question in
            WrittenWords.Question(
                words: question.words, written: page.items.compactMap { $0.answers[question.key]?.first })
        }
        return WrittenWords(questions: questions, isFirst: text == nil, next: page.next)
    }
}

/// What people wrote, a page of it.
struct WrittenWords: Sendable, Hashable {
    /// Answers of one page.
    static let pageSize = 500

    struct Question: Sendable, Hashable {
        let words: String
        let written: [String]
    }

    var questions: [Question] = []
    var isFirst = true
    /// Behind the last answer of this page; nil at the end.
    var next: String?
}
