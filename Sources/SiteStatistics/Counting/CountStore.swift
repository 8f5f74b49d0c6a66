import Storage
import WorkingTime

/// Writing down what was counted.
enum CountStore {
    /// So many pages go into one transaction.
    static let most = 500
    /// Days of single pages are kept so long; months, and days of columns, stay.
    private static let keptDays = 400

    /// Adds what was counted to the rows of its days and months. The pages are in order, so that two nodes that write at
    /// once wait for each other in one direction.
    static func add(_ lines: [(key: Tally.Key, counts: Counts)], at places: Places, in tx: Transaction) throws
    {
        var columns: [ColumnKey: Counts] = [:]
        for (key, counts) in lines {
            // What nobody opened is not told of as read: a name that was made up makes no row.
            let isVisited = counts.visits + counts.downloads > 0
            let isKnown = try add(counts, to: key.day.iso, key.path, isNew: isVisited, in: tx)
            _ = try add(counts, to: String(key.day.iso.prefix(7)), key.path, isNew: isVisited, in: tx)
            guard isKnown else { continue }
            let place = places.place(key.path)
            columns[
                ColumnKey(site: place?.site ?? "", column: place?.column ?? "", day: key.day),
                default: Counts()] +=
                counts
            columns[ColumnKey(site: "*", column: "*", day: key.day), default: Counts()] += counts
        }
        for key in columns.keys.sorted() { try add(columns[key] ?? Counts(), to: key, in: tx) }
    }

    private struct ColumnKey: Hashable, Comparable {
        let site: String
        let column: String
        let day: CivilDate

        static func < (a: ColumnKey, b: ColumnKey) -> Bool {
            (a.site, a.column, a.day) < (b.site, b.column, b.day)
        }
    }

    /// - Returns: whether there is a row for it.
    private static func add(
        _ counts: Counts, to span: String, _ path: String, isNew: Bool, in tx: Transaction
    ) throws -> Bool {
        let depths = counts.depths
        if !isNew {
            return try tx.execute(
                """
                UPDATE statistics_page SET depth_1 = depth_1 + \(depths[0]), depth_2 = depth_2 + \(depths[1]),
                    depth_3 = depth_3 + \(depths[2]), depth_4 = depth_4 + \(depths[3])
                WHERE span = \(span) AND path = \(path)
                """) > 0
        }
        try tx.send(
            """
            INSERT INTO statistics_page (span, path, visits, downloads, depth_1, depth_2, depth_3, depth_4)
            VALUES (\(span), \(path), \(counts.visits), \(counts.downloads), \(depths[0]), \(depths[1]), \(depths[2]),
                \(depths[3]))
            ON CONFLICT (span, path) DO UPDATE SET visits = statistics_page.visits + excluded.visits,
                downloads = statistics_page.downloads + excluded.downloads,
                depth_1 = statistics_page.depth_1 + excluded.depth_1,
                depth_2 = statistics_page.depth_2 + excluded.depth_2,
                depth_3 = statistics_page.depth_3 + excluded.depth_3,
                depth_4 = statistics_page.depth_4 + excluded.depth_4
            """)
        return true
    }

    private static func add(_ counts: Counts, to key: ColumnKey, in tx: Transaction) throws {
        let depths = counts.depths
        try tx.send(
            """
            INSERT INTO statistics_column (site, column_code, day, visits, downloads, searches, depth_1, depth_2,
                depth_3, depth_4)
            VALUES (\(key.site), \(key.column), \(key.day), \(counts.visits), \(counts.downloads), \(counts.searches),
                \(depths[0]), \(depths[1]), \(depths[2]), \(depths[3]))
            ON CONFLICT (site, column_code, day) DO UPDATE SET visits = statistics_column.visits + excluded.visits,
                downloads = statistics_column.downloads + excluded.downloads,
                searches = statistics_column.searches + excluded.searches,
                depth_1 = statistics_column.depth_1 + excluded.depth_1,
                depth_2 = statistics_column.depth_2 + excluded.depth_2,
                depth_3 = statistics_column.depth_3 + excluded.depth_3,
                depth_4 = statistics_column.depth_4 + excluded.depth_4
            """)
    }

    /// Forgets the days of single pages that are long past; nobody asks for them, and months stay.
    static func forget(before now: Instant, in tx: Transaction) throws {
        let first = now.day.adding(days: -keptDays).iso
        try tx.execute("DELETE FROM statistics_page WHERE span < \(first) AND length(span) = 10")
    }
}
