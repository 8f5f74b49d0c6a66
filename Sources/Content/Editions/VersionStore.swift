import Refusals
import Storage
import WorkingTime

/// A text as it was saved once.
struct SavedVersion: Sendable, Hashable {
    let revision: Int
    let manuscript: Manuscript
    let savedBy: Int64
    let savedByName: String
    let savedAt: Instant
}

/// The SQL of saved texts and of who has an edition open. Callers have read the edition as its viewer may.
enum VersionStore {
    /// So many stand on the page of versions.
    static let pageSize = 50
    /// For so long somebody counts as being there after opening the editor.
    static let presenceSeconds = 900

    static func insert(_ edition: Edition, by author: Edition.Author, at now: Instant, in tx: Transaction)
        throws
    {
        try tx.execute(
            """
            INSERT INTO content_version (edition_id, revision, manuscript, saved_by, saved_by_name, saved_at)
            VALUES (\(edition.id), \(edition.revision), \(try encodeJSON(edition.manuscript)), \(author.accountID),
                \(author.name), \(now))
            """)
    }

    /// The newest first.
    static func versions(of edition: Int64, in tx: Transaction) throws -> [SavedVersion] {
        try tx.rows(
            """
            SELECT * FROM content_version WHERE edition_id = \(edition) ORDER BY revision DESC LIMIT \(pageSize)
            """
        ).map(SavedVersion.init)
    }

    /// - Throws: `notFound`.
    static func version(_ revision: Int, of edition: Int64, in tx: Transaction) throws -> SavedVersion {
        let row = try tx.row(
            "SELECT * FROM content_version WHERE edition_id = \(edition) AND revision = \(revision)")
        guard let row else { throw DomainError.notFound("没有这个版本。") }
        return try SavedVersion(row)
    }

    /// Everybody who saved a text of an edition or added a file to it.
    static func writers(of edition: Int64, in tx: Transaction) throws -> Set<Int64> {
        Set(
            try tx.rows(
                """
                SELECT saved_by FROM content_version WHERE edition_id = \(edition)
                UNION SELECT added_by FROM content_file WHERE edition_id = \(edition)
                """
            ).map {
                try $0.id("saved_by")
            })
    }

    static func arrive(_ author: Edition.Author, at edition: Int64, now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_presence (edition_id, account_id, name, seen_at)
            VALUES (\(edition), \(author.accountID), \(author.name), \(now))
            ON CONFLICT (edition_id, account_id) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at
            """)
    }

    static func leave(_ account: Int64, _ edition: Int64, in tx: Transaction) throws {
        try tx.execute(
            "DELETE FROM content_presence WHERE edition_id = \(edition) AND account_id = \(account)")
    }

    /// Who else has it open.
    static func others(than account: Int64, at edition: Int64, now: Instant, in tx: Transaction) throws -> [(
        name: String, seenAt: Instant
    )] {
        try tx.rows(
            """
            SELECT name, seen_at FROM content_presence
            WHERE edition_id = \(edition) AND account_id <> \(account)
                AND seen_at > \(now.adding(seconds: -presenceSeconds))
            ORDER BY seen_at DESC LIMIT 5
            """
        ).map { (try $0.text("name"), try $0.instant("seen_at")) }
    }
}

extension SavedVersion {
    fileprivate init(_ row: Row) throws {
        self.init(
            revision: try row.int("revision"), manuscript: try row.json("manuscript"),
            savedBy: try row.id("saved_by"), savedByName: try row.text("saved_by_name"),
            savedAt: try row.instant("saved_at"))
    }
}
