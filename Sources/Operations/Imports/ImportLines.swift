import Codes
import Jobs
import Storage
import WorkingTime

/// The SQL by which an import tells the second line of a code from the first.
enum ImportLines {
    /// On which lines the import has met these codes.
    static func earlier(_ codes: [CreditCode], of job: Int64, in tx: Transaction) throws -> [String: Int] {
        let rows = try tx.rows(
            """
            SELECT credit_code, line FROM enterprise_import_line
            WHERE job_id = \(job) AND credit_code IN \(list: codes.map(\.text))
            """)
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.text("credit_code"), try $0.int("line")) })
    }

    static func note(_ lines: [(code: CreditCode, line: Int)], of job: Int64, in tx: Transaction) throws {
        guard !lines.isEmpty else { return }
        let rows = lines.map { "(\(job), \($0.code.text), \($0.line))" as SQL }
        try tx.execute(
            "INSERT INTO enterprise_import_line (job_id, credit_code, line) VALUES \(SQL.joined(rows, ", "))")
    }

    /// Forgets those of imports that were over before an instant.
    static func forget(endedBefore cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM enterprise_import_line WHERE job_id IN (
                SELECT id FROM queued_job WHERE kind = \(EnterpriseImport.kind.name)
                    AND finished_at IS NOT NULL AND finished_at < \(cutoff))
            """)
    }
}
