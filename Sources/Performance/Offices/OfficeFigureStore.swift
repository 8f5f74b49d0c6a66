import Storage

/// The SQL of what was done in offices, month by month.
enum OfficeFigureStore {
    private static let mostRows = 200_000

    /// Puts what people did in offices in a month in the place of what stood there.
    static func replace(_ sums: FigureSums, of month: Period, in tx: Transaction) throws {
        try tx.execute("DELETE FROM performance_office_figure WHERE month = \(month.text)")
        let rows: [[SQLValue]] = sums.filter { !$0.key.office.isEmpty }.flatMap { owner, figures in
            figures.map { figure, amount in
                [
                    .text(month.text), .text(owner.organ), .text(owner.office), .text(owner.post),
                    .integer(owner.accountID), .text(figure.rawValue), .integer(Int64(amount)),
                ]
            }
        }
        try tx.insert(
            rows, columns: ["month", "organ", "office", "post", "account_id", "figure", "amount"],
            into: "performance_office_figure")
    }

    /// What everybody of an organ did in its offices, added up over the months of a period.
    static func persons(of organ: String, in period: Period, _ tx: Transaction) throws -> FigureSums {
        try FigureStore.sums(
            """
            SELECT organ, office, post, account_id, figure, CAST(sum(amount) AS BIGINT) AS amount
            FROM performance_office_figure
            WHERE month IN \(list: period.months.map(\.text)) AND organ = \(organ)
            GROUP BY organ, office, post, account_id, figure LIMIT \(mostRows)
            """, hasOffice: true, tx)
    }

    /// The figures of all offices of all organs, added up over the months of a period.
    static func offices(in period: Period, _ tx: Transaction) throws -> FigureSums {
        try FigureStore.sums(
            """
            SELECT organ, office, '' AS post, CAST(0 AS BIGINT) AS account_id, figure, CAST(sum(amount) AS BIGINT) AS amount
            FROM performance_office_figure WHERE month IN \(list: period.months.map(\.text))
            GROUP BY organ, office, figure LIMIT \(mostRows)
            """, hasOffice: true, tx)
    }

    /// The points of a frozen period, as they were frozen.
    static func scores(_ period: Period, of organ: String, in tx: Transaction) throws -> [String: Int] {
        let rows = try tx.rows(
            """
            SELECT office, points FROM performance_office_score
            WHERE period = \(period.text) AND organ = \(organ) LIMIT 500
            """)
        return try rows.reduce(into: [:]) { try $0[$1.text("office")] = $1.int("points") }
    }

    /// Writes down the points of offices with which a period is frozen.
    static func keep(_ scores: [OfficeScores], of period: Period, in tx: Transaction) throws {
        let rows = scores.flatMap(\.rows).compactMap { row -> [SQLValue]? in
            guard let points = row.points, let place = row.place else { return nil }
            return [
                .text(period.text), .text(row.owner.organ), .text(row.owner.office), .integer(Int64(points)),
                .integer(Int64(place)),
            ]
        }
        try tx.insert(
            rows, columns: ["period", "organ", "office", "points", "place"], into: "performance_office_score")
    }
}
