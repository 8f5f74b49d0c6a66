import Journal
import Storage
import WorkingTime

/// Steps that need to know what is stored beside the draft.
extension Consultation {
    /// Publishes a further version.
    ///
    /// - Throws: as ``publishVersion(after:known:rejected:by:)``.
    mutating func revise(_ note: String, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        let last = version == 0 ? [] : try VersionStore.version(version, of: id, in: tx).passages
        let named = Set(passages.flatMap(\.because))
        try publishVersion(
            after: last, known: try CommentStore.known(named, of: id, in: tx),
            rejected: try CommentStore.rejected(named, of: id, in: tx), by: actor)
        try VersionStore.insert(self, note: note, by: actor.accountID, at: now, in: tx)
        forgetReasons()
    }

    /// Ends it.
    ///
    /// - Throws: as ``close(_:unanswered:last:at:)``.
    mutating func end(_ outcome: String, at now: Instant, in tx: Transaction) throws {
        let last = version == 0 ? [] : try VersionStore.version(version, of: id, in: tx).passages
        try close(outcome, unanswered: try CommentStore.unanswered(of: id, in: tx), last: last, at: now)
    }
}
