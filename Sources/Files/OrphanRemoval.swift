import Foundation
import Storage
import WorkingTime

extension FileStore {
    /// How many contents one run removes, so that it ends well within the time a removal may take.
    static let removalLimit = 500

    /// Removes uploads that were made before an instant and never attached to a case, and tells how many.
    ///
    /// A content is held aside first and removed only when no row names it any more: an upload of the same
    /// content, an attachment, or a crash in between leaves everything as it was after a later run. This holds
    /// on several nodes that share a store, because an upload writes its row before its content, and a removal
    /// takes the content away before it asks for rows.
    @discardableResult
    public func removeOrphans(olderThan cutoff: Instant, at now: Instant) async throws -> Int {
        let removals = try await database.write { try Self.begin(before: cutoff, at: now, in: $0) }
        var removed = 0
        for removal in removals { removed += try await carryOut(removal, before: cutoff) }
        removed += try await database.write { try Self.removeSharers(before: cutoff, in: $0) }
        return removed
    }

    private static func begin(
        before cutoff: Instant, at now: Instant, in transaction: Transaction
    ) throws -> [Removal] {
        let resumed = try Removal.takeUp(at: now, in: transaction)
        let orphaned = try orphanedContents(before: cutoff, in: transaction)
        return resumed + (try orphaned.map { try Removal.note($0, at: now, in: transaction) })
    }

    /// Contents that only orphans name, and that no removal has in hand.
    private static func orphanedContents(
        before cutoff: Instant, in transaction: Transaction
    ) throws -> [String] {
        try transaction.rows(
            """
            SELECT DISTINCT sha256 FROM (SELECT sha256 FROM file_object
                WHERE case_number IS NULL AND created_at < \(cutoff)
                ORDER BY created_at LIMIT \(10 * removalLimit)) AS orphan
            WHERE NOT EXISTS (
                SELECT 1 FROM file_object AS other WHERE other.sha256 = orphan.sha256
                    AND (other.case_number IS NOT NULL OR other.created_at >= \(cutoff)))
                AND NOT EXISTS (SELECT 1 FROM file_removal AS r WHERE r.sha256 = orphan.sha256)
            LIMIT \(removalLimit)
            """
        ).map { try $0.text("sha256") }
    }

    private func carryOut(_ removal: Removal, before cutoff: Instant) async throws -> Int {
        try await contents.putAside(removal)
        let (removed, isNamed) = try await database.write {
            try Self.removeOrphans(of: removal.sha256, before: cutoff, in: $0)
        }
        if isNamed { try await contents.putBack(removal) }
        try await contents.discard(removal)
        try await database.write { try removal.forget(in: $0) }
        return removed
    }

    /// Removes the orphans of one content; tells how many, and whether other uploads name it.
    private static func removeOrphans(
        of sha256: String, before cutoff: Instant, in transaction: Transaction
    ) throws -> (removed: Int, isNamed: Bool) {
        let removed = try transaction.execute(
            """
            DELETE FROM file_object
            WHERE sha256 = \(sha256) AND case_number IS NULL AND created_at < \(cutoff)
            """)
        let rest = try transaction.count("SELECT count(*) FROM file_object WHERE sha256 = \(sha256)")
        return (removed, rest > 0)
    }

    /// Removes orphans whose content others name: it stays.
    private static func removeSharers(before cutoff: Instant, in transaction: Transaction) throws -> Int {
        try transaction.execute(
            """
            DELETE FROM file_object
            WHERE case_number IS NULL AND created_at < \(cutoff) AND EXISTS (
                SELECT 1 FROM file_object AS other WHERE other.sha256 = file_object.sha256
                    AND (other.case_number IS NOT NULL OR other.created_at >= \(cutoff)))
            """)
    }

    /// Removes what a crash left on this machine of uploads on their way in.
    func removeAbandoned(before cutoff: Instant) throws {
        let key = URLResourceKey.contentModificationDateKey
        for file in try FileManager.default.contentsOfDirectory(
            at: incoming, includingPropertiesForKeys: [key])
        {
            let changed = try file.resourceValues(forKeys: [key]).contentModificationDate
            guard let changed, Int64(changed.timeIntervalSince1970 * 1_000) < cutoff.milliseconds else {
                continue
            }
            try FileManager.default.removeItem(at: file)
        }
    }
}
