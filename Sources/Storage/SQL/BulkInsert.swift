extension Transaction {
    /// Adds many rows to a table, in statements of many rows each: a statement a row costs a journey to the
    /// server a row. The rows' columns are those of a query over the same table.
    ///
    /// Throws ``StorageError``.
    public func insert(_ rows: [Row], into table: StaticString) throws {
        try insert(rows, intoTableNamed: table.description)
    }

    /// The same for a table that the catalogue of the database names.
    func insert(_ rows: [Row], intoTableNamed table: String) throws {
        guard let columns = rows.first?.columns.names else { return }
        let list = columns.map(SQL.quoted).joined(separator: ", ")
        let places = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
        let size = max(1, SQL.valueLimit / columns.count)
        for start in stride(from: 0, to: rows.count, by: size) {
            let part = rows[start..<min(start + size, rows.count)]
            let all = part.map { _ in places }.joined(separator: ", ")
            try execute(
                SQL(
                    text: "INSERT INTO \(SQL.quoted(table)) (\(list)) VALUES \(all)",
                    values: part.flatMap(\.values)))
        }
    }
}

extension SQL {
    /// So many values at most go into one statement: SQLite takes 32,766, PostgreSQL 65,535.
    fileprivate static let valueLimit = 2_000

    /// A name from the catalogue of the database, as both engines quote it.
    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
