import Files
import Modules
import Storage
import WorkingTime

/// Drafts are kept for thirty days after the last change, and their uploads as long as they are.
extension Drafts {
    /// How long a draft waits for its person, in days.
    static let keptDays = 30

    /// The hourly work that removes old drafts and keeps the uploads of the others from being tidied away as
    /// orphans.
    func tidying(files: FileStore) -> Job {
        Job(name: "applications.tidyDrafts", intervalSeconds: 3_600) { now in
            try await database.write { tx in
                try Drafts.removeOld(before: now.adding(seconds: -Drafts.keptDays * 86_400), in: tx)
                let held = try tx.rows("SELECT file_id FROM draft_material").map { try $0.id("file_id") }
                try files.renew(held, at: now, in: tx)
            }
        }
    }

    static func removeOld(before cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM draft_material WHERE draft_id IN
                (SELECT id FROM application_draft WHERE updated_at < \(cutoff))
            """)
        try tx.execute("DELETE FROM application_draft WHERE updated_at < \(cutoff)")
    }
}
