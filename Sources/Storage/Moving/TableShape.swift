/// One table as both engines know it: its columns, and the key its rows are read in the order of.
struct TableShape: Sendable, Hashable {
    let name: String
    let columns: [String]
    let key: [String]
    let references: Set<String>

    /// Every table of a migrated SQLite database, each after those it refers to. The register of migrations is
    /// none of them: the target has its own. Full-text indexes are none either: they are made anew.
    static func all(in transaction: Transaction) throws -> [TableShape] {
        let tables = try transaction.rows(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'schema_migration' ORDER BY name
            """)
        return ordered(try tables.map { try TableShape(named: $0.text("name"), in: transaction) })
    }

    private init(named name: String, in transaction: Transaction) throws {
        let columns = try transaction.rows("SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid")
        let referred = try transaction.rows("SELECT \"table\" AS name FROM pragma_foreign_key_list(\(name))")
        self.name = name
        self.columns = try columns.map { try $0.text("name") }
        key = try columns.filter { try $0.int("pk") > 0 }.sorted { try $0.int("pk") < $1.int("pk") }
            .map { try $0.text("name") }
        references = Set(try referred.map { try $0.text("name") }.filter { $0 != name })
    }

    private static func ordered(_ shapes: [TableShape]) -> [TableShape] {
        var (waiting, ordered, placed) = (shapes, [TableShape](), Set<String>())
        while !waiting.isEmpty {
            // Tables in a circle would wait for each other for ever; the target then says which row is missing.
            let ready = waiting.filter { $0.references.isSubset(of: placed) }
            let next = ready.isEmpty ? waiting : ready
            ordered += next
            placed.formUnion(next.map(\.name))
            waiting.removeAll { placed.contains($0.name) }
        }
        return ordered
    }
}

/// The statements of a move; the names come from the catalogue of the database, never from outside.
extension TableShape {
    private var list: String { columns.map(SQL.quoted).joined(separator: ", ") }
    private var order: String { key.map(SQL.quoted).joined(separator: ", ") }

    var count: SQL { SQL(text: "SELECT count(*) FROM \(SQL.quoted(name))", values: []) }

    /// The rows after the one with this key, in the order of the key.
    func page(after last: [SQLValue]?, limit: Int) -> SQL {
        let places = key.map { _ in "?" }.joined(separator: ", ")
        let condition = last == nil ? "" : " WHERE (\(order)) > (\(places))"
        return SQL(
            text: "SELECT \(list) FROM \(SQL.quoted(name))\(condition) ORDER BY \(order) LIMIT \(limit)",
            values: last ?? [])
    }

    func keyValues(of row: Row) throws -> [SQLValue] { try key.map(row.value) }
}
