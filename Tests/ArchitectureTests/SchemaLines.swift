@testable import Storage

/// A schema as lines that both engines write alike: columns, keys, references and indexes. Full-text indexes are
/// left out: each engine has its own.
enum SchemaLines {
    static func sqlite(in tx: Transaction) throws -> [String] {
        let tables = try tx.rows(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
            """
        ).map { try $0.text("name") }
        return try tables.flatMap { table in
            let columns = try tx.rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info(\(table))")
                .map {
                    let isNotNull = try $0.int("notnull") == 1 || $0.int("pk") > 0
                    return try "\(table).\($0.text("name")) \($0.text("type").lowercased()) \(isNotNull)"
                }
            let references = try tx.rows(
                "SELECT \"table\" AS target, \"from\" AS source FROM pragma_foreign_key_list(\(table))"
            ).map { try "\(table).\($0.text("source")) -> \($0.text("target"))" }
            let indexes = try tx.rows(
                "SELECT name, \"unique\" FROM pragma_index_list(\(table)) WHERE origin = 'c'"
            ).map { try "index \($0.text("name")) on \(table) \($0.int("unique") == 1)" }
            return columns + references + indexes
        }
    }

    /// Asked of the tables of this one schema: `information_schema` walks the columns of every schema, and the tests
    /// keep hundreds of them beside each other.
    static func postgres(in tx: Transaction) throws -> [String] {
        let columns = try tx.rows(
            """
            SELECT attrelid::regclass::text AS table_name, attname::text AS column_name,
                format_type(atttypid, NULL) AS data_type, CAST(attnotnull AS INT) AS is_not_null
            FROM pg_attribute WHERE attrelid = ANY (\(tables)) AND attnum > 0 AND NOT attisdropped
            """
        ).map {
            try
                "\($0.text("table_name")).\($0.text("column_name")) \($0.text("data_type")) \($0.int("is_not_null") == 1)"
        }
        let references = try tx.rows(
            """
            SELECT r.conrelid::regclass::text AS source, a.attname AS name, r.confrelid::regclass::text AS target
            FROM pg_constraint r JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = ANY (r.conkey)
            WHERE r.contype = 'f' AND r.conrelid = ANY (\(tables))
            """
        ).map { try "\($0.text("source")).\($0.text("name")) -> \($0.text("target"))" }
        let indexes = try tx.rows(
            """
            SELECT c.relname AS name, i.indrelid::regclass::text AS table_name, CAST(i.indisunique AS INT) AS is_unique
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY (\(tables))
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            """
        ).map { try "index \($0.text("name")) on \($0.text("table_name")) \($0.int("is_unique") == 1)" }
        return columns + references + indexes
    }

    private static let tables: SQL = """
        ARRAY(
            SELECT oid FROM pg_class WHERE relnamespace = (SELECT current_schema()::regnamespace) AND relkind = 'r'
                AND relname NOT IN ('case_text', 'search_text', 'knowledge_text')
        )
        """
}
