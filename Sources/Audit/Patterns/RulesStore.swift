import Refusals
import Storage
import WorkingTime

/// The rules in force, with their version.
struct VersionedRules: Sendable, Hashable {
    /// 0 as long as nobody has edited them.
    let version: Int
    let rules: AuditRules
    /// Who edited them last, and when; nil for those an installation starts with.
    let changedBy: String?
    let changedAt: Instant?

    /// Which they are.
    var words: String { version == 0 ? "初始" : "第 \(version) 版" }
}

/// The SQL of the rules.
enum RulesStore {
    static func current(in tx: Transaction) throws -> VersionedRules {
        let row = try tx.row("SELECT * FROM audit_rules ORDER BY version DESC LIMIT 1")
        guard let row else {
            return VersionedRules(version: 0, rules: AuditRules(), changedBy: nil, changedAt: nil)
        }
        return VersionedRules(
            version: try row.int("version"), rules: try row.json("body"),
            changedBy: try row.text("changed_by"), changedAt: try row.instant("changed_at"))
    }

    /// Keeps the next version.
    ///
    /// - Parameter version: the one that was edited.
    /// - Throws: `conflict` when somebody else was first.
    static func keep(
        _ rules: AuditRules, after version: Int, by name: String, at now: Instant, in tx: Transaction
    ) throws {
        try tx.exclude("audit.rules")
        guard try current(in: tx).version == version else {
            throw DomainError.conflict("规则刚刚被别人改过，请刷新后重新编辑。")
        }
        try tx.execute(
            """
            INSERT INTO audit_rules (version, body, changed_by, changed_at)
            VALUES (\(version + 1), \(encodeJSON(rules)), \(name), \(now))
            """)
    }
}
