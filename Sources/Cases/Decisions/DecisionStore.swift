import BusinessProcess
import DecisionModel
import Storage
import WorkingTime

/// The SQL of decision tables.
enum DecisionStore {
    static let pageSize = 50

    static func inForce(in tx: Transaction) throws -> [DecisionVersion] {
        try tx.rows("SELECT * FROM decision_table WHERE state = 'published' ORDER BY id, version")
            .map(DecisionVersion.init)
    }

    /// The newest version of each table, by key.
    static func newest(after key: String?, in tx: Transaction) throws -> Slice<DecisionVersion> {
        let rows = try tx.rows(
            """
            SELECT * FROM decision_table d WHERE d.id > \(key ?? "")
                AND d.version = (SELECT max(m.version) FROM decision_table m WHERE m.id = d.id)
            ORDER BY d.id LIMIT \(pageSize + 1)
            """)
        let versions = try rows.map(DecisionVersion.init)
        let page = Array(versions.prefix(pageSize))
        return Slice(items: page, next: versions.count > pageSize ? page.last?.table.id : nil)
    }

    /// The versions of a table, the newest first.
    static func versions(of id: String, in tx: Transaction) throws -> [DecisionVersion] {
        try tx.rows("SELECT * FROM decision_table WHERE id = \(id) ORDER BY version DESC LIMIT 200")
            .map(DecisionVersion.init)
    }

    static func version(_ version: Int, of id: String, in tx: Transaction) throws -> DecisionVersion? {
        try tx.row("SELECT * FROM decision_table WHERE id = \(id) AND version = \(version)").map(
            DecisionVersion.init)
    }

    static func insert(_ version: DecisionVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO decision_table (id, version, name, state, body, revision, edited_by, edited_by_name,
                edited_at, published_by, published_by_name, published_at, retired_by_name, retired_at)
            VALUES (\(version.table.id), \(version.version), \(version.table.name), \(version.state),
                \(try encodeJSON(version.table)), \(version.revision), \(version.editedBy.accountID),
                \(version.editedBy.name), \(version.editedAt), \(version.publishedBy?.accountID),
                \(version.publishedBy?.name), \(version.publishedAt), \(version.retiredBy),
                \(version.retiredAt))
            """)
    }

    static func update(_ version: DecisionVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE decision_table
            SET name = \(version.table.name), state = \(version.state), body = \(try encodeJSON(version.table)),
                revision = \(version.revision), edited_by = \(version.editedBy.accountID),
                edited_by_name = \(version.editedBy.name), edited_at = \(version.editedAt),
                published_by = \(version.publishedBy?.accountID), published_by_name = \(version.publishedBy?.name),
                published_at = \(version.publishedAt), retired_by_name = \(version.retiredBy),
                retired_at = \(version.retiredAt)
            WHERE id = \(version.table.id) AND version = \(version.version)
            """)
    }
}

extension DecisionVersion {
    init(_ row: Row) throws {
        let publisher = try row.optionalID("published_by")
        let publisherName = try row.optionalText("published_by_name") ?? ""
        self.init(
            table: try row.json("body"), version: try row.int("version"), state: try row.value("state"),
            revision: try row.int("revision"),
            editedBy: Signatory(accountID: try row.id("edited_by"), name: try row.text("edited_by_name")),
            editedAt: try row.instant("edited_at"),
            publishedBy: publisher.map { Signatory(accountID: $0, name: publisherName) },
            publishedAt: try row.optionalInstant("published_at"),
            retiredBy: try row.optionalText("retired_by_name"),
            retiredAt: try row.optionalInstant("retired_at"))
    }
}
