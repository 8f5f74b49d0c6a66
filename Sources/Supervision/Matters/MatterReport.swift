import DecisionModel
import Storage
import WorkingTime

/// What was reported once.
struct MatterReport: Sendable, Hashable {
    let revision: Int
    let fields: [String: Value]
    let by: String
    let at: Instant
}

extension MatterStore {
    static func remember(
        _ matter: SupervisedMatter, by account: Int64, named name: String, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO supervised_matter_version (matter_id, revision, fields, delivered_by, delivered_by_name,
                delivered_at)
            VALUES (\(matter.id), \(matter.revision), \(encodeJSON(matter.particulars.fields)), \(account),
                \(name), \(matter.changedAt))
            """)
    }

    /// What was reported of one, the newest first.
    static func versions(of id: Int64, in tx: Transaction) throws -> [MatterReport] {
        try tx.rows(
            "SELECT * FROM supervised_matter_version WHERE matter_id = \(id) ORDER BY revision DESC LIMIT 100"
        ).map { row in
            MatterReport(
                revision: try row.int("revision"), fields: try row.json("fields"),
                by: try row.text("delivered_by_name"), at: try row.instant("delivered_at"))
        }
    }
}
