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
        let last = try last(in: tx)
        let removed = removed(since: last, because: reasons)
        let named = Set((passages + removed).flatMap(\.because))
        try publishVersion(
            after: last, without: removed, known: try CommentStore.known(named, of: id, in: tx),
            rejected: try CommentStore.rejected(named, of: id, in: tx), by: actor)
        try VersionStore.insert(
            self, without: removed, note: note, by: actor.accountID, at: now, in: tx)
        forgetReasons()
    }

    /// Puts a passage of the last version back.
    ///
    /// - Throws: as ``restore(_:of:seen:by:)``.
    mutating func restore(_ anchor: String, seen: Int, by actor: Actor, in tx: Transaction) throws {
        try restore(anchor, of: last(in: tx), seen: seen, by: actor)
    }

    /// Ends it.
    ///
    /// - Throws: as ``close(_:unanswered:last:at:)``.
    mutating func end(_ outcome: String, at now: Instant, in tx: Transaction) throws {
        try close(
            outcome, unanswered: try CommentStore.unanswered(of: id, in: tx), last: try last(in: tx), at: now)
    }

    /// The passages of the last version.
    private func last(in tx: Transaction) throws -> [Passage] {
        version == 0 ? [] : try VersionStore.version(version, of: id, in: tx).passages
    }
}
