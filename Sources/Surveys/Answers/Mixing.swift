import Storage

/// What is said in an answer, apart from the row it stands in.
struct AnswerContent: Sendable, Hashable {
    let band: String
    let answers: String
}

/// The mark of who answers and the answer are written in one transaction, and both tables keep the order in which their
/// rows came: SQLite by its rowid, PostgreSQL by place and by the transaction of each row. The row that came with a mark
/// would be the answer of that person.
///
/// So what is said is laid by lot among a few answers that were there, and all their rows are written anew: the row that
/// came last is any of theirs, and each further answer moves them on. The first of all has nobody to change with.
enum Mixing {
    /// With how many earlier answers a new one changes places.
    static let others = 7

    /// Lays a new answer among earlier ones of the same survey.
    ///
    /// - Returns: what the new row is to hold.
    static func mix(_ new: AnswerContent, _ survey: Int64, in tx: Transaction) throws -> AnswerContent {
        let earlier = try drawn(survey, in: tx)
        guard !earlier.isEmpty else { return new }
        let mixed = (earlier.map(\.content) + [new]).shuffled()
        try write(Array(zip(earlier.map(\.lot), mixed)), survey, in: tx)
        return mixed[earlier.count]
    }

    /// Earlier answers that were given here, from a place drawn by lot; what panels brought stays by itself.
    private static func drawn(_ survey: Int64, in tx: Transaction) throws
        -> [(lot: String, content: AnswerContent)]
    {
        let place = AnswerStore.newLot()
        let behind = try answers("lot > \(place)", survey, others, in: tx)
        guard behind.count < others else { return behind }
        return try behind + answers("lot < \(place)", survey, others - behind.count, in: tx)
    }

    private static func answers(_ place: SQL, _ survey: Int64, _ limit: Int, in tx: Transaction) throws
        -> [(lot: String, content: AnswerContent)]
    {
        try tx.rows(
            """
            SELECT lot, age_group, answers FROM survey_answer
            WHERE survey_id = \(survey) AND panel_id = 0 AND \(place) ORDER BY lot LIMIT \(limit)
            """
        ).map { row in
            (
                try row.text("lot"),
                AnswerContent(band: try row.text("age_group"), answers: try row.text("answers"))
            )
        }
    }

    /// All rows in one statement, also those that keep what they hold: none stands out.
    private static func write(
        _ rows: [(lot: String, content: AnswerContent)], _ survey: Int64, in tx: Transaction
    ) throws {
        let bands: [SQL] = rows.map { "WHEN \($0.lot) THEN \($0.content.band)" }
        let answers: [SQL] = rows.map { "WHEN \($0.lot) THEN \($0.content.answers)" }
        try tx.execute(
            """
            UPDATE survey_answer SET age_group = CASE lot \(SQL.joined(bands, " ")) END,
                answers = CASE lot \(SQL.joined(answers, " ")) END
            WHERE survey_id = \(survey) AND lot IN \(list: rows.map(\.lot))
            """)
    }
}
