import Refusals
import Storage

/// The SQL of kinds. There are a few dozen of them, with all their versions.
enum KindStore {
    /// The newest version of each, by name.
    static func kinds(in tx: Transaction) throws -> [KindVersion] {
        let all = try tx.rows("SELECT * FROM supervised_kind ORDER BY kind_key, version DESC LIMIT 2000").map(
            KindVersion.init)
        return Dictionary(grouping: all) { $0.kind.key }.values.compactMap(\.first).sorted {
            $0.kind.key < $1.kind.key
        }
    }

    /// Throws `notFound`.
    static func kind(_ key: String, in tx: Transaction) throws -> KindVersion {
        let row = try tx.row(
            "SELECT * FROM supervised_kind WHERE kind_key = \(key) ORDER BY version DESC LIMIT 1")
        guard let row else { throw DomainError.notFound("没有这类监察事项。") }
        return try KindVersion(row)
    }

    static func insert(_ version: KindVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervised_kind (id, kind_key, version, body, edited_by_name, edited_at)
            VALUES (\(version.id), \(version.kind.key), \(version.version), \(encodeJSON(version.kind)),
                \(version.editedByName), \(version.editedAt))
            """)
    }
}

extension KindVersion {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), version: try row.int("version"), kind: try row.json("body"),
            editedByName: try row.text("edited_by_name"), editedAt: try row.instant("edited_at"))
    }
}
