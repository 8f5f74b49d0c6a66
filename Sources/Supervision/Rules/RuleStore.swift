import Refusals
import Storage
import WorkingTime

/// The SQL of rules. There are a few dozen of them, with all their versions.
enum RuleStore {
    static func versions(in tx: Transaction) throws -> [RuleVersion] {
        try tx.rows("SELECT * FROM supervision_rule ORDER BY rule_key, version DESC LIMIT 2000").map(
            RuleVersion.init)
    }

    /// Throws `notFound`.
    static func version(_ id: Int64, in tx: Transaction) throws -> RuleVersion {
        guard let row = try tx.row("SELECT * FROM supervision_rule WHERE id = \(id)") else {
            throw DomainError.notFound("没有这条监察规则。")
        }
        return try RuleVersion(row)
    }

    static func insert(_ version: RuleVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervision_rule (id, rule_key, version, body, state, on_from, edited_by, edited_by_name,
                approved_by, approved_by_name, reason, revision)
            VALUES (\(version.id), \(version.rule.key), \(version.version), \(encodeJSON(version.rule)),
                \(version.state), \(version.onFrom), \(version.editedBy), \(version.editedByName),
                \(version.approvedBy), \(version.approvedByName), \(version.reason), \(version.revision))
            """)
    }

    static func update(_ version: RuleVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE supervision_rule SET body = \(encodeJSON(version.rule)), state = \(version.state),
                on_from = \(version.onFrom), edited_by = \(version.editedBy),
                edited_by_name = \(version.editedByName), approved_by = \(version.approvedBy),
                approved_by_name = \(version.approvedByName), reason = \(version.reason),
                revision = \(version.revision)
            WHERE id = \(version.id)
            """)
    }
}

extension RuleVersion {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), version: try row.int("version"), rule: try row.json("body"),
            state: try row.value("state"), onFrom: try row.optionalDay("on_from"),
            editedBy: try row.id("edited_by"), editedByName: try row.text("edited_by_name"),
            approvedBy: try row.optionalID("approved_by"),
            approvedByName: try row.optionalText("approved_by_name"), reason: try row.optionalText("reason"),
            revision: try row.int("revision"))
    }
}
