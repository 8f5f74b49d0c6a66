import Storage
import WorkingTime

/// The SQL of panels.
enum PanelStore {
    static func panels(of survey: Int64, in tx: Transaction) throws -> [Panel] {
        try tx.rows(
            """
            SELECT id, name, answers, imported_at FROM survey_panel WHERE survey_id = \(survey)
            ORDER BY id LIMIT 50
            """
        ).map { row in
            Panel(
                id: try row.id("id"), name: try row.text("name"), answers: try row.int("answers"),
                importedAt: try row.instant("imported_at"))
        }
    }

    static func insert(
        _ file: PanelFile, named name: String, for survey: Int64, by account: Int64, at now: Instant,
        in tx: Transaction
    ) throws {
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO survey_panel (id, survey_id, name, answers, imported_by, imported_at)
            VALUES (\(id), \(survey), \(name), \(file.rows.count), \(account), \(now))
            """)
        for row in file.rows { try AnswerStore.insert(row.answers, row.band, panel: id, survey, in: tx) }
    }

    /// Takes a panel away again.
    static func remove(_ id: Int64, of survey: Int64, in tx: Transaction) throws {
        let taken = try tx.execute("DELETE FROM survey_panel WHERE id = \(id) AND survey_id = \(survey)")
        guard taken == 1 else { return }
        try tx.execute("DELETE FROM survey_answer WHERE panel_id = \(id) AND survey_id = \(survey)")
    }
}
