import Refusals
import Storage
import WorkingTime

/// The SQL of models. There are a few of them, with all their versions.
enum ModelStore {
    static let noModel: Sentence = "没有这个版本的绩效指标。"

    /// All of them, the newest first.
    static func versions(in tx: Transaction) throws -> [ModelVersion] {
        try tx.rows("SELECT * FROM performance_model ORDER BY version DESC LIMIT 500").map(ModelVersion.init)
    }

    /// Throws `notFound`.
    static func version(_ id: Int64, in tx: Transaction) throws -> ModelVersion {
        guard let row = try tx.row("SELECT * FROM performance_model WHERE id = \(id)") else {
            throw DomainError.notFound(noModel)
        }
        return try ModelVersion(row)
    }

    static func insert(_ version: ModelVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO performance_model (id, version, body, state, on_from, edited_by, edited_by_name, approved_by,
                approved_by_name, revision)
            VALUES (\(version.id), \(version.version), \(version.body), \(version.state), \(version.onFrom),
                \(version.editedBy), \(version.editedByName), \(version.approvedBy), \(version.approvedByName),
                \(version.revision))
            """)
    }

    static func update(_ version: ModelVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE performance_model SET body = \(version.body), state = \(version.state),
                on_from = \(version.onFrom), edited_by = \(version.editedBy),
                edited_by_name = \(version.editedByName), approved_by = \(version.approvedBy),
                approved_by_name = \(version.approvedByName), revision = \(version.revision)
            WHERE id = \(version.id)
            """)
    }

    /// Puts the delivered model into an empty house, in force since ever.
    static func install(in tx: Transaction) throws {
        try tx.exclude("performance-model")
        guard try versions(in: tx).isEmpty else { return }
        try insert(
            ModelVersion(
                id: tx.ids.next(), version: 1, body: try PerformanceModel.deliveredText(), state: .on,
                onFrom: CivilDate(iso: "2000-01-01"), editedBy: 0, editedByName: "随程序交付"), in: tx)
    }
}

extension ModelVersion {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), version: try row.int("version"), body: try row.text("body"),
            state: try row.value("state"), onFrom: try row.optionalDay("on_from"),
            editedBy: try row.id("edited_by"), editedByName: try row.text("edited_by_name"),
            approvedBy: try row.optionalID("approved_by"),
            approvedByName: try row.optionalText("approved_by_name"), revision: try row.int("revision"))
    }
}
