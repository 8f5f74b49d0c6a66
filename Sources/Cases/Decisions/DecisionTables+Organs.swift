import Storage

extension DecisionTables {
    /// The names of the tables in force that write one of these keys in a cell, with the keys.
    /// - Throws: `StorageError`.
    public static func naming(_ organs: Set<String>, in tx: Transaction) throws -> [(
        name: String, organs: Set<String>
    )] {
        try tx.rows("SELECT name, body FROM decision_table WHERE state = 'published' ORDER BY id, version")
            .compactMap { row in
                let body = try row.text("body")
                let named = organs.filter { body.contains("\\\"\($0)\\\"") || body.contains("\"\($0)\"") }
                return named.isEmpty ? nil : (try row.text("name"), named)
            }
    }
}
