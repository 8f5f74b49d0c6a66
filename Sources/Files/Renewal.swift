import Storage
import WorkingTime

extension FileStore {
    /// Keeps uploads that are not attached yet but that somebody still works with, such as those of a draft:
    /// they count as made now, so that they are no orphans.
    public func renew(_ ids: [Int64], at now: Instant, in transaction: Transaction) throws {
        for id in ids {
            try transaction.execute(
                """
                UPDATE file_object SET created_at = \(now)
                WHERE id = \(id) AND case_number IS NULL AND created_at < \(now)
                """)
        }
    }
}
