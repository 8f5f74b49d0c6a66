import Storage
import WorkingTime

/// One content on its way out, noted before anything happens to it, so that no crash can leave it half removed.
struct Removal: Sendable, Hashable {
    /// How long one removal may take before another run may think that it broke off: one hour.
    static let graceSeconds = 3_600

    let id: Int64
    let sha256: String

    /// Notes a content that may lie in the store although no upload names it.
    static func note(_ sha256: String, at now: Instant, in transaction: Transaction) throws -> Removal {
        let removal = Removal(id: transaction.ids.next(), sha256: sha256)
        try transaction.execute(
            """
            INSERT INTO file_removal (id, sha256, due_at)
            VALUES (\(removal.id), \(sha256), \(now.adding(seconds: graceSeconds)))
            """)
        return removal
    }

    /// Those that broke off, for this run alone: they are due again only when it has broken off too.
    static func takeUp(at now: Instant, in transaction: Transaction) throws -> [Removal] {
        try transaction.rows(
            """
            UPDATE file_removal SET due_at = \(now.adding(seconds: graceSeconds)) WHERE due_at <= \(now)
            RETURNING id, sha256
            """
        ).map { Removal(id: try $0.id("id"), sha256: try $0.text("sha256")) }
    }

    func forget(in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM file_removal WHERE id = \(id)")
    }
}
