import Files
import Storage
import WorkingTime

/// The SQL of the files that were handed in with a table of cases: uploads that nobody has attached are removed after two
/// days, and a takeover may wait longer for its approval.
enum KeptFiles {
    /// How many are looked after at once.
    private static let most = 2_000

    static func insert(_ ids: [Int64], of takeover: Int64, in tx: Transaction) throws {
        guard !ids.isEmpty else { return }
        try tx.insert(
            ids.map { [$0.sqlValue, takeover.sqlValue] }, columns: ["file_id", "takeover_id"],
            into: "takeover_file")
    }

    /// Keeps those of takeovers that are not carried out and not forgotten.
    static func renew(in files: FileStore, at now: Instant, in tx: Transaction) throws {
        let ids = try tx.rows(
            """
            SELECT f.file_id FROM takeover t JOIN takeover_file f ON f.takeover_id = t.id
            WHERE t.forgotten_at IS NULL AND t.state IN ('read', 'trying', 'tried', 'asked', 'taking')
            ORDER BY f.file_id LIMIT \(most)
            """
        ).map { try $0.id("file_id") }
        try files.renew(ids, at: now, in: tx)
    }

    static func forget(_ takeovers: [Int64], in tx: Transaction) throws {
        try tx.execute("DELETE FROM takeover_file WHERE takeover_id IN \(list: takeovers)")
    }
}
