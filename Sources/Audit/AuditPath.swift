/// The addresses of the audit desk and of a person's own data, written once.
public enum AuditPath {
    /// The search of the journal.
    public static let search = "/desk/audit"
    /// What was unusual.
    public static let patterns = "/desk/audit/patterns"
    /// What counts as unusual.
    static let rules = "/desk/audit/rules"
    /// Exports of what was found.
    static let exports = "/desk/audit/exports"

    /// One entry.
    static func entry(_ id: String) -> String { "\(search)/entries/\(id)" }

    /// How far an export has come.
    static func export(_ id: String) -> String { "\(exports)/\(id)" }

    /// Its file.
    static func exportFile(_ id: String) -> String { "\(export(id))/file" }

    /// Where it is cancelled.
    static func exportCancellation(_ id: String) -> String { "\(export(id))/cancellation" }

    /// Where a finding is settled: `dismissal`, `handover`.
    static func settling(_ id: String, _ how: String) -> String { "\(patterns)/\(id)/\(how)" }
}
