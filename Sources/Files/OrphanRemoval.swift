import Foundation
import Storage
import WorkingTime

extension FileStore {
    /// Removes uploads that were made before an instant and never attached to a case, and tells how many.
    ///
    /// Contents are put aside first and removed only when no row names them any more: an upload of the same
    /// content, an attachment, or a crash in between leaves everything as it was after the next run.
    @discardableResult
    public func removeOrphans(olderThan cutoff: Instant) async throws -> Int {
        for sha256 in try await database.read({ try Self.orphanedContents(before: cutoff, in: $0) }) {
            try folder.putAside(sha256)
        }
        let removed = try await database.write { transaction in
            try transaction.execute(
                "DELETE FROM file_object WHERE case_number IS NULL AND created_at < \(cutoff)")
        }
        try await emptyTrash()
        try removeAbandoned(before: cutoff)
        return removed
    }

    /// Contents that only orphans name.
    private static func orphanedContents(before cutoff: Instant, in transaction: Transaction) throws
        -> [String]
    {
        let rows = try transaction.rows(
            """
            SELECT DISTINCT sha256 FROM file_object AS orphan
            WHERE case_number IS NULL AND created_at < \(cutoff) AND NOT EXISTS (
                SELECT 1 FROM file_object AS other WHERE other.sha256 = orphan.sha256
                    AND (other.case_number IS NOT NULL OR other.created_at >= \(cutoff)))
            """)
        return try rows.map { try $0.text("sha256") }
    }

    private func emptyTrash() async throws {
        for content in try FileManager.default.contentsOfDirectory(
            at: folder.trash, includingPropertiesForKeys: nil)
        {
            let sha256 = content.lastPathComponent
            let uses = try await database.read {
                try $0.count("SELECT count(*) FROM file_object WHERE sha256 = \(sha256)")
            }
            if uses > 0 {
                try folder.keep(content, as: sha256)
            } else {
                try FileManager.default.removeItem(at: content)
            }
        }
    }

    /// What a crash left on its way in.
    private func removeAbandoned(before cutoff: Instant) throws {
        let key = URLResourceKey.contentModificationDateKey
        for file in try FileManager.default.contentsOfDirectory(
            at: folder.incoming, includingPropertiesForKeys: [key])
        {
            let changed = try file.resourceValues(forKeys: [key]).contentModificationDate
            guard let changed, Int64(changed.timeIntervalSince1970 * 1_000) < cutoff.milliseconds else {
                continue
            }
            try FileManager.default.removeItem(at: file)
        }
    }
}
