import Journal
import Storage
import WorkingTime

/// Steps that need to know what is stored beside the draft.
extension Consultation {
    /// Publishes a further version.
    ///
    /// - Parameter reasons: the comments because of which passages go, by their marks.
    /// - Throws: as ``publishVersion(after:without:known:rejected:by:)``.
    mutating func revise(
        _ note: String, removing reasons: [String: [Int]] = [:], by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let last = version == 0 ? [] : try VersionStore.version(version, of: id, in: tx).passages
        let removed = removed(since: last, because: reasons)
        let named = Set((passages + removed).flatMap(\.because))
        try publishVersion(
            after: last, without: removed, known: try CommentStore.known(named, of: id, in: tx),
            rejected: try CommentStore.rejected(named, of: id, in: tx), by: actor)
        try VersionStore.insert(
            self, without: removed, note: note, by: actor.accountID, at: now, in: tx)
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
