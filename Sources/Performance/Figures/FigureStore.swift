import Storage
import WorkingTime

/// The SQL of the figures, month by month.
enum FigureStore {
    /// Figures of a month that are read at once: more than any district has.
    private static let mostRows = 200_000

    /// Puts the figures of a month in the place of those it had. A month that is kept stays as it is.
    static func replace(_ sums: FigureSums, of month: Period, at now: Instant, in tx: Transaction) throws {
        try hold(month, in: tx)
        guard try !isKept(month, in: tx) else { return }
        try tx.execute("DELETE FROM performance_figure WHERE month = \(month.text)")
        let rows: [[SQLValue]] = sums.wholes.flatMap { owner, figures in
            figures.map { figure, amount in
                [
                    .text(month.text), .text(owner.organ), .text(owner.post), .integer(owner.accountID),
                    .text(figure.rawValue), .integer(Int64(amount)),
                ]
            }
        }
        try tx.insert(
            rows, columns: ["month", "organ", "post", "account_id", "figure", "amount"],
            into: "performance_figure")
        try OfficeFigureStore.replace(sums, of: month, in: tx)
        try tx.execute(
            """
            INSERT INTO performance_month (month, counted_at, is_kept) VALUES (\(month.text), \(now), 0)
            ON CONFLICT (month) DO UPDATE SET counted_at = \(now)
            """)
    }

    /// Lets one transaction at a time write the figures of a month, or keep them. Whoever holds several months holds
    /// `performance-period` before, so that no two wait for each other.
    static func hold(_ month: Period, in tx: Transaction) throws {
        try tx.exclude("performance-\(month.text)")
    }

    static func keep(_ months: [Period], in tx: Transaction) throws {
        try tx.execute(
            "UPDATE performance_month SET is_kept = 1 WHERE month IN \(list: months.map(\.text))")
    }

    static func isKept(_ month: Period, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT is_kept FROM performance_month WHERE month = \(month.text)")?.bool("is_kept")
            ?? false
    }

    /// When the months of a period were counted; nil for none yet.
    static func countedAt(_ period: Period, in tx: Transaction) throws -> Instant? {
        let rows = try tx.rows(
            "SELECT counted_at FROM performance_month WHERE month IN \(list: period.months.map(\.text))")
        return try rows.map { try $0.instant("counted_at") }.max()
    }

    /// The figures of organs, added up over the months of a period. Desks that are no organ, as those of an editorial
    /// office, work on cases too and are not compared.
    static func organs(in period: Period, _ tx: Transaction) throws -> FigureSums {
        try sums(
            """
            SELECT organ, post, account_id, figure, CAST(sum(amount) AS BIGINT) AS amount FROM performance_figure
            WHERE month IN \(list: period.months.map(\.text)) AND post = ''
                AND organ IN (SELECT key FROM organ)
            GROUP BY organ, post, account_id, figure LIMIT \(mostRows)
            """, tx)
    }

    /// The figures of one organ, added up over the months of a period.
    static func organ(_ organ: String, in period: Period, _ tx: Transaction) throws -> [Figure: Int] {
        let sums = try sums(
            """
            SELECT organ, post, account_id, figure, CAST(sum(amount) AS BIGINT) AS amount FROM performance_figure
            WHERE month IN \(list: period.months.map(\.text)) AND organ = \(organ) AND post = ''
            GROUP BY organ, post, account_id, figure LIMIT \(mostRows)
            """, tx)
        return sums[FigureOwner(organ: organ)] ?? [:]
    }

    /// The figures of an organ and of everybody in it, office by office.
    static func everybody(of organ: String, in period: Period, _ tx: Transaction) throws -> FigureSums {
        let wholes = try sums(
            """
            SELECT organ, post, account_id, figure, CAST(sum(amount) AS BIGINT) AS amount FROM performance_figure
            WHERE month IN \(list: period.months.map(\.text)) AND organ = \(organ)
            GROUP BY organ, post, account_id, figure LIMIT \(mostRows)
            """, tx)
        return wholes.divided(by: try OfficeFigureStore.persons(of: organ, in: period, tx))
    }

    /// - Parameter hasOffice: whether the rows say in which office.
    static func sums(_ query: SQL, hasOffice: Bool = false, _ tx: Transaction) throws -> FigureSums {
        try tx.rows(query).reduce(into: [:]) { sums, row in
            let owner = FigureOwner(
                organ: try row.text("organ"), post: try row.text("post"), accountID: try row.id("account_id"),
                office: try hasOffice ? row.text("office") : "")
            // A figure that an older program counted and this one does not know is left out.
            guard let figure = Figure(rawValue: try row.text("figure")) else { return }
            sums.add(try row.int("amount"), figure, to: owner)
        }
    }

    /// What the accounts are called.
    static func names(of accounts: [Int64], in tx: Transaction) throws -> [Int64: String] {
        guard !accounts.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT id, display_name FROM account WHERE id IN \(list: accounts)")
        return try rows.reduce(into: [:]) { try $0[$1.id("id")] = $1.text("display_name") }
    }
}
