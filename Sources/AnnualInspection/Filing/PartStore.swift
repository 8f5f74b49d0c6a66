import Storage

/// The SQL of what organs find, and of what enterprises say to it.
enum PartStore {
    static let corrections = SealedTable("inspection_correction", columns: ["words"])

    static func save(_ part: InspectionPart, of filing: InspectionFiling, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO inspection_part (filing_id, organ, plan_id, state, reason, correct_by, decided_by, decider,
                decided_at)
            VALUES (\(filing.id), \(part.organ), \(filing.planID), \(part.state), \(part.reason),
                \(part.correctBy), \(part.decidedBy), \(part.decider), \(part.decidedAt))
            ON CONFLICT (filing_id, organ) DO UPDATE SET state = excluded.state, reason = excluded.reason,
                correct_by = excluded.correct_by, correction = NULL, decided_by = excluded.decided_by,
                decider = excluded.decider, decided_at = excluded.decided_at
            """)
        try keep(part.correction, of: part, in: filing.id, tx)
    }

    /// Sealed under an id of its own: the part has none.
    private static func keep(_ words: String?, of part: InspectionPart, in filing: Int64, _ tx: Transaction)
        throws
    {
        try tx.execute(
            "DELETE FROM inspection_correction WHERE filing_id = \(filing) AND organ = \(part.organ)")
        guard let words else { return }
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO inspection_correction (id, filing_id, organ, words)
            VALUES (\(id), \(filing), \(part.organ), \(corrections.seal(words, "words", row: id, in: tx)))
            """)
    }

    static func parts(of filing: Int64, in tx: Transaction) throws -> [InspectionPart] {
        let said = try tx.rows("SELECT * FROM inspection_correction WHERE filing_id = \(filing)").map {
            (try $0.text("organ"), try corrections.open("words", of: $0, in: tx))
        }
        let words = Dictionary(said) { first, _ in first }
        return try tx.rows("SELECT * FROM inspection_part WHERE filing_id = \(filing) ORDER BY organ").map {
            row in
            let organ = try row.text("organ")
            return InspectionPart(
                organ: organ, state: try row.value("state"), reason: try row.optionalText("reason"),
                correctBy: try row.optionalDay("correct_by"),
                // Before it was sealed it stood in the part.
                correction: try words[organ] ?? row.optionalText("correction"),
                decidedBy: try row.optionalID("decided_by"), decider: try row.optionalText("decider"),
                decidedAt: try row.optionalInstant("decided_at"))
        }
    }
}
