import Storage

/// The SQL of the lines of a takeover.
enum LineStore {
    /// The cells are sealed: they tell of people.
    static let table = SealedTable("takeover_line", columns: ["content"])
    static let pageSize = 50

    static func insert(_ lines: [TakeoverLine], of takeover: Int64, in tx: Transaction) throws {
        let columns: [StaticString] = [
            "id", "takeover_id", "number", "name", "content", "verdict", "words",
        ]
        let rows = try lines.map { line in
            [
                line.id.sqlValue, takeover.sqlValue, Int64(line.number).sqlValue, line.name.sqlValue,
                try table.seal(line.content, "content", row: line.id, in: tx).sqlValue,
                line.verdict.rawValue.sqlValue, line.words.sqlValue,
            ]
        }
        try tx.insert(rows, columns: columns, into: "takeover_line")
    }

    /// Some lines of a verdict, or of any, behind a number.
    static func lines(
        of takeover: Int64, _ verdict: TakeoverLine.Verdict?, after number: Int, limit: Int,
        in tx: Transaction
    ) throws -> [TakeoverLine] {
        let kept: SQL = verdict.map { "AND verdict = \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT * FROM takeover_line WHERE takeover_id = \(takeover) AND number > \(number) \(kept)
            ORDER BY number LIMIT \(limit)
            """
        ).map { try TakeoverLine($0, in: tx) }
    }

    static func update(_ line: TakeoverLine, in tx: Transaction) throws {
        let content =
            line.content.isEmpty ? "" : try table.seal(line.content, "content", row: line.id, in: tx)
        try tx.execute(
            """
            UPDATE takeover_line SET content = \(content), verdict = \(line.verdict), words = \(line.words),
                account_id = \(line.accountID), case_number = \(line.caseNumber)
            WHERE id = \(line.id)
            """)
    }

    /// How many lines have which verdict.
    static func counts(of takeover: Int64, in tx: Transaction) throws -> [TakeoverLine.Verdict: Int] {
        let rows = try tx.rows(
            """
            SELECT verdict, count(*) AS n FROM takeover_line WHERE takeover_id = \(takeover) GROUP BY verdict
            """)
        return try Dictionary(rows.map { (try $0.value("verdict"), try $0.int("n")) }) { first, _ in first }
    }

    /// Those of some references that were taken over from a system of this name.
    static func taken(_ names: [String], from system: String, in tx: Transaction) throws -> [String: String] {
        guard !names.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT l.name, l.case_number FROM takeover_line l JOIN takeover t ON t.id = l.takeover_id
            WHERE l.verdict = 'taken' AND l.name IN \(list: names) AND t.kind = 'cases' AND t.system = \(system)
            """)
        return try Dictionary(
            rows.map { (try $0.text("name"), try $0.optionalText("case_number") ?? "") }
        ) { first, _ in first }
    }
}

extension TakeoverLine {
    fileprivate init(_ row: Row, in tx: Transaction) throws {
        let stored = try row.text("content")
        self.init(
            id: try row.id("id"), number: try row.int("number"), name: try row.text("name"),
            content: stored.isEmpty ? "" : try LineStore.table.open("content", of: row, in: tx),
            verdict: try row.value("verdict"), words: try row.text("words"),
            accountID: try row.optionalID("account_id"), caseNumber: try row.optionalText("case_number"))
    }
}
