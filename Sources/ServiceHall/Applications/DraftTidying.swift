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
                try Confirmations.removeOld(
                    before: now.adding(seconds: -Confirmations.keptSeconds), in: tx)
            }
            var last: Int64? = 0
            while let draft = last {
                last = try await database.write { tx in
                    let drafts = try Drafts.next(after: draft, in: tx)
                    try files.renew(Drafts.files(of: drafts, in: tx), at: now, in: tx)
                    return drafts.last
                }
            }
        }
    }

    /// The next hundred drafts: the uploads of all of them at once would hold up every other change.
    private static func next(after id: Int64, in tx: Transaction) throws -> [Int64] {
        try tx.rows("SELECT id FROM application_draft WHERE id > \(id) ORDER BY id LIMIT 100").map {
            try $0.id("id")
        }
    }

    private static func files(of drafts: [Int64], in tx: Transaction) throws -> [Int64] {
        try tx.rows("SELECT file_id FROM draft_material WHERE draft_id IN \(list: drafts)").map {
            try $0.id("file_id")
        }
    }

    static func removeOld(before cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM draft_material WHERE draft_id IN
                (SELECT id FROM application_draft WHERE updated_at < \(cutoff))
            """)
        try tx.execute(
            """
            DELETE FROM draft_precheck WHERE draft_id IN
                (SELECT id FROM application_draft WHERE updated_at < \(cutoff))
            """)
        try tx.execute(
            """
            DELETE FROM draft_confirmation WHERE draft_id IN
                (SELECT id FROM application_draft WHERE updated_at < \(cutoff))
            """)
        try tx.execute("DELETE FROM application_draft WHERE updated_at < \(cutoff)")
    }
}
