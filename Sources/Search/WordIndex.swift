import Storage

/// A full-text index beside a table, asked newest first on both engines.
///
/// The ids of the table grow with time. FTS5 (SQLite) gives the newest first and stops. GIN (PostgreSQL) gives all that
/// fit, in no order: there every word stands apart for each span of ids, and the newest spans are asked first, each
/// time twice as many, until the page is full.
public struct WordIndex: Sendable {
    /// The table of words: FTS5 by `rowid`, or with a column `words` (`tsvector`).
    let table: SQL
    /// PostgreSQL's column of the id.
    let key: SQL
    /// The table the ids come from.
    private let owner: SQL
    /// How many lower bits of an id make no difference to its span.
    private let spanBits: Int64
    /// So many spans at most are asked for in one statement.
    private static let widest: Int64 = 64

    /// An index; the names are those of the migrations.
    public init(table: SQL, key: SQL, owner: SQL, spanBits: Int64) {
        self.table = table
        self.key = key
        self.owner = owner
        self.spanBits = spanBits
    }

    /// The ids of what the query finds, the newest first.
    ///
    /// - Parameters:
    ///   - before: the id at which the page before ended; `Int64.max` for the first page.
    ///   - narrowing: a further condition on the id that stands for it in the SQL; nil for none.
    /// - Throws: `StorageError`.
    public func newest(
        _ query: SearchQuery, before: Int64 = .max, limit: Int, narrowing: ((SQL) -> SQL)? = nil,
        in tx: Transaction
    ) throws -> [Int64] {
        guard limit > 0 else { return [] }
        switch tx.dialect {
        case .sqlite:
            return try ids(ordered(query, before, limit, narrowing), in: tx)
        case .postgresql:
            return try spanBySpan(query, before, limit, narrowing, in: tx)
        }
    }

    /// Writes the words of a row, in place of those it had.
    ///
    /// - Throws: `StorageError`.
    public func put(_ words: [String], of id: Int64, in tx: Transaction) throws {
        try remove(id, in: tx)
        switch tx.dialect {
        case .sqlite:
            try tx.send("INSERT INTO \(table) (rowid, words) VALUES (\(id), \(words.joined(separator: " ")))")
        case .postgresql:
            let scope = Self.scope(span(id))
            let text = words.map { SearchWords.scoped($0, to: scope) }.joined(separator: " ")
            try tx.send(
                """
                INSERT INTO \(table) (\(key), words)
                VALUES (\(id), array_to_tsvector(string_to_array(\(text), ' ')))
                """)
        }
    }

    /// Takes the words of a row away, before the row itself goes.
    ///
    /// - Throws: `StorageError`.
    public func remove(_ id: Int64, in tx: Transaction) throws {
        let column: SQL = tx.dialect == .sqlite ? "rowid" : key
        try tx.send("DELETE FROM \(table) WHERE \(column) = \(id)")
    }

    func span(_ id: Int64) -> Int64 { id >> spanBits }

    static func scope(_ span: Int64) -> String { String(span, radix: 36) }

    private func ids(_ query: SQL, in tx: Transaction) throws -> [Int64] {
        try tx.rows(query).map { try $0.id("id") }
    }
}

extension WordIndex {
    /// In the order of the index: it stops when the page is full.
    private func ordered(
        _ query: SearchQuery, _ before: Int64, _ limit: Int, _ narrowing: ((SQL) -> SQL)?
    ) -> SQL {
        let condition: SQL = narrowing.map { " AND \($0("\(table).rowid"))" } ?? ""
        return """
            SELECT \(table).rowid AS id FROM \(table)
            WHERE \(table) MATCH \(query.text(for: .sqlite)) AND \(table).rowid < \(before)\(condition)
            ORDER BY \(table).rowid DESC LIMIT \(limit)
            """
    }

    private func spanBySpan(
        _ query: SearchQuery, _ before: Int64, _ limit: Int, _ narrowing: ((SQL) -> SQL)?, in tx: Transaction
    ) throws -> [Int64] {
        guard let all = try spans(before: before, in: tx) else { return [] }
        var found: [Int64] = []
        var (upper, width) = (all.upperBound, Int64(1))
        while found.count < limit, upper >= all.lowerBound {
            let lower = max(upper - width + 1, all.lowerBound)
            let scoped = query.within((lower...upper).map(Self.scope))
            found += try ids(unordered(scoped, before, limit - found.count, narrowing), in: tx)
            (upper, width) = (lower - 1, min(width * 2, Self.widest))
        }
        return found
    }

    /// The index alone decides which rows are read; only those are sorted.
    private func unordered(
        _ query: SearchQuery, _ before: Int64, _ limit: Int, _ narrowing: ((SQL) -> SQL)?
    ) -> SQL {
        let condition: SQL = narrowing.map { " AND \($0("f.id"))" } ?? ""
        return """
            SELECT f.id FROM
                (SELECT x.\(key) AS id FROM \(table) x
                WHERE x.words @@ CAST(\(query.text(for: .postgresql)) AS tsquery) OFFSET 0) AS f
            WHERE f.id < \(before)\(condition) ORDER BY f.id DESC LIMIT \(limit)
            """
    }

    /// The spans of all rows before an id; nil when there are none.
    private func spans(before: Int64, in tx: Transaction) throws -> ClosedRange<Int64>? {
        let row = try tx.row(
            """
            SELECT (SELECT min(id) FROM \(owner)) AS oldest,
                (SELECT max(id) FROM \(owner) WHERE id < \(before)) AS newest
            """)
        guard let oldest = try row?.optionalID("oldest"), let newest = try row?.optionalID("newest") else {
            return nil
        }
        return span(min(oldest, newest))...span(newest)
    }
}
