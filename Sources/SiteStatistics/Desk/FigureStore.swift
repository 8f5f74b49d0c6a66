import Storage
import WorkingTime

/// Reading what was written down.
enum FigureStore {
    /// The figures of a day.
    struct Day: Sendable, Hashable {
        let day: CivilDate
        let counts: Counts
    }

    /// The figures of a column over a span.
    struct Column: Sendable, Hashable {
        let site: String
        let column: String
        let counts: Counts
    }

    /// The figures of a page over a span.
    struct Page: Sendable, Hashable {
        let path: String
        let counts: Counts
    }

    private static let mostColumns = 500
    private static let mostPages = 100

    /// All pages together, day by day, with the days on which there was nothing.
    static func days(from first: CivilDate, through last: CivilDate, in tx: Transaction) throws -> [Day] {
        let rows = try tx.rows(
            """
            SELECT * FROM statistics_column
            WHERE site = '*' AND column_code = '*' AND day >= \(first) AND day <= \(last) ORDER BY day LIMIT 400
            """)
        return try filled(rows, "day", first, last)
    }

    /// One page, day by day.
    static func days(of path: String, from first: CivilDate, through last: CivilDate, in tx: Transaction)
        throws
        -> [Day]
    {
        let rows = try tx.rows(
            """
            SELECT * FROM statistics_page WHERE path = \(path) AND span >= \(first.iso) AND span <= \(last.iso)
                AND length(span) = 10 ORDER BY span LIMIT 400
            """)
        return try filled(rows, "span", first, last)
    }

    private static func filled(
        _ rows: [Row], _ name: StaticString, _ first: CivilDate, _ last: CivilDate
    ) throws -> [Day] {
        let known = Dictionary(
            try rows.map { (try $0.text(name.description), try Counts($0)) },
            uniquingKeysWith: { first, _ in first })
        return (0...max(0, last.days(since: first))).map { number in
            let day = first.adding(days: number)
            return Day(day: day, counts: known[day.iso] ?? Counts())
        }
    }

    /// Every column, the most read first.
    static func columns(from first: CivilDate, through last: CivilDate, in tx: Transaction) throws -> [Column]
    {
        try tx.rows(
            """
            SELECT site, column_code, \(sum("visits")), \(sum("downloads")), \(sum("searches")), \(sum("depth_1")),
                \(sum("depth_2")), \(sum("depth_3")), \(sum("depth_4"))
            FROM statistics_column WHERE day >= \(first) AND day <= \(last) AND site <> '*'
            GROUP BY site, column_code ORDER BY visits DESC, site, column_code LIMIT \(mostColumns)
            """
        ).map {
            Column(site: try $0.text("site"), column: try $0.text("column_code"), counts: try Counts($0))
        }
    }

    private static func sum(_ name: SQL) -> SQL { "CAST(sum(\(name)) AS BIGINT) AS \(name)" }

    /// The pages that were read most in a month (`2026-11`).
    static func pages(of month: String, in tx: Transaction) throws -> [Page] {
        try tx.rows(
            """
            SELECT * FROM statistics_page WHERE span = \(month) ORDER BY visits DESC, path DESC LIMIT \(mostPages)
            """
        ).map { Page(path: try $0.text("path"), counts: try Counts($0)) }
    }
}

extension Counts {
    init(_ row: Row) throws {
        self.init(
            visits: try row.int("visits"), searches: (try? row.int("searches")) ?? 0,
            downloads: try row.int("downloads"),
            depths: try ["depth_1", "depth_2", "depth_3", "depth_4"].map { try row.int($0) })
    }
}
