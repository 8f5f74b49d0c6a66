extension Transaction {
    /// Adds many rows to a table at once: a statement a row costs a journey to the server a row. The rows' columns
    /// are those of a query over the same table.
    ///
    /// Throws ``StorageError``.
    public func insert(_ rows: [Row], into table: StaticString) throws {
        try insert(rows, intoTableNamed: table.description)
    }

    /// Adds many rows to a table at once, each with as many values as there are columns. Throws ``StorageError``.
    public func insert(_ rows: [[SQLValue]], columns: [StaticString], into table: StaticString) throws {
        try insert(rows, columns: columns.map(\.description), intoTableNamed: table.description)
    }

    /// The same for a table that the catalogue of the database names.
    func insert(_ rows: [Row], intoTableNamed table: String) throws {
        guard let columns = rows.first?.columns.names else { return }
        try insert(rows.map(\.values), columns: columns, intoTableNamed: table)
    }

    private func insert(_ rows: [[SQLValue]], columns: [String], intoTableNamed table: String) throws {
        guard !rows.isEmpty else { return }
        try perform { () throws(StorageError) in try session.insert(rows, columns: columns, into: table) }
    }
}

extension SQL {
    /// So many values at most go into one statement: SQLite takes 32,766.
    private static let valueLimit = 2_000

    /// Statements of many rows each.
    static func inserts(_ rows: [[SQLValue]], columns: [String], into table: String) -> [SQL] {
        let list = columns.map(quoted).joined(separator: ", ")
        let places = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
        let size = max(1, valueLimit / columns.count)
        return stride(from: 0, to: rows.count, by: size).map { start in
            let part = rows[start..<min(start + size, rows.count)]
            let all = part.map { _ in places }.joined(separator: ", ")
            return SQL(
                text: "INSERT INTO \(quoted(table)) (\(list)) VALUES \(all)", values: part.flatMap(\.self))
        }
    }

    /// A name from the catalogue of the database, as both engines quote it.
    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
