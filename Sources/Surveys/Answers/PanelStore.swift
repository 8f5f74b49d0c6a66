import Refusals
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

    /// Whether the very answers of a file are there already, in whatever order: the same file is easily sent twice, and
    /// everybody in it would count twice.
    ///
    /// - Throws: `invalid` at the field `file`.
    static func requireNew(_ file: PanelFile, for survey: Int64, in tx: Transaction) throws {
        let given = counted(file.rows)
        for panel in try panels(of: survey, in: tx) where panel.answers == file.rows.count {
            let kept = try tx.rows(
                """
                SELECT age_group, answers FROM survey_answer WHERE panel_id = \(panel.id) AND survey_id = \(survey)
                LIMIT \(PanelFile.mostRows)
                """
            ).map { row in
                PanelFile.Row(band: try row.value("age_group"), answers: try row.json("answers"))
            }
            guard counted(kept) != given else {
                throw DomainError.invalid("file", "这些答卷和已经导入的“\(panel.name)”完全一样，没有重复导入。")
            }
        }
    }

    private static func counted(_ rows: [PanelFile.Row]) -> [PanelFile.Row: Int] {
        rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// Takes a panel away again.
    static func remove(_ id: Int64, of survey: Int64, in tx: Transaction) throws {
        let taken = try tx.execute("DELETE FROM survey_panel WHERE id = \(id) AND survey_id = \(survey)")
        guard taken == 1 else { return }
        try tx.execute("DELETE FROM survey_answer WHERE panel_id = \(id) AND survey_id = \(survey)")
    }
}
