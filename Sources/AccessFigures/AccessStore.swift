import Storage

/// The SQL of the figures.
enum AccessStore {
    /// How many rows are summed up at once.
    static let rowsPerSum = 1_000
    private static let mostCells = 5_000

    struct Cell: Hashable {
        let quarter: String
        let street: String
        let channel: String
        let age: String
    }

    /// Adds what came in to the sums, and returns how many rows that were.
    static func sum(in tx: Transaction) throws -> Int {
        try tx.exclude("access-figures")
        let rows = try tx.rows(
            """
            SELECT id, quarter, street, channel, age_group FROM access_filing ORDER BY id
            LIMIT \(rowsPerSum)
            """)
        var sums: [Cell: Int] = [:]
        for row in rows {
            let cell = Cell(
                quarter: try row.text("quarter"), street: try row.text("street"),
                channel: try row.text("channel"), age: try row.text("age_group"))
            sums[cell, default: 0] += 1
        }
        for (cell, count) in sums { try add(count, to: cell, in: tx) }
        if !rows.isEmpty {
            try tx.execute("DELETE FROM access_filing WHERE id IN \(list: rows.map { try $0.id("id") })")
        }
        return rows.count
    }

    /// Whether nothing has been counted in a quarter.
    static func isEmpty(_ quarter: Quarter, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT quarter FROM access_figure WHERE quarter = \(quarter.text) LIMIT 1") == nil
    }

    static func add(_ count: Int, to cell: Cell, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO access_figure (quarter, street, channel, age_group, filings)
            VALUES (\(cell.quarter), \(cell.street), \(cell.channel), \(cell.age), \(count))
            ON CONFLICT (quarter, street, channel, age_group)
            DO UPDATE SET filings = access_figure.filings + \(count)
            """)
    }

    /// How many came by a way in a quarter, by street and by age.
    static func counts(in quarter: Quarter, _ tx: Transaction) throws -> (
        streets: [String: [AccessChannel: Int]], ages: [String: [AccessChannel: Int]]
    ) {
        let rows = try tx.rows(
            """
            SELECT street, channel, age_group, filings FROM access_figure WHERE quarter = \(quarter.text)
            ORDER BY street, channel, age_group LIMIT \(mostCells)
            """)
        var (streets, ages): ([String: [AccessChannel: Int]], [String: [AccessChannel: Int]]) = ([:], [:])
        for row in rows {
            let (channel, count) = (try row.value("channel", as: AccessChannel.self), try row.int("filings"))
            streets[try row.text("street"), default: [:]][channel, default: 0] += count
            ages[try row.text("age_group"), default: [:]][channel, default: 0] += count
        }
        return (streets, ages)
    }
}
