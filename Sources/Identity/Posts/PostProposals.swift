import Journal
import Refusals
import Storage
import WorkingTime

/// What a directory of staff reports about posts. Nothing of it counts until a security administrator has decided it.
extension Posts {
    /// Asks for a post to be given to somebody or taken from them, unless it is so already, or asked for; what the same
    /// directory asked for before and is no longer so is withdrawn.
    ///
    /// - Parameter source: the directory, with the role ``PostChange/directoryRole``.
    /// - Throws: what `PostChange.ask` refuses, `invalid` for an organ that does not exist.
    public static func propose(
        _ kind: PostChange.Kind, _ post: Post, for account: Int64, reason: String, by source: Actor,
        at now: Instant, in tx: Transaction
    ) throws {
        try tx.lock("account", id: account)
        let holder = try holder(account, in: tx)
        var isAsked = false
        for open in try PostChangeStore.changes(of: account, in: tx)
        where open.state == .open && open.post == post {
            if open.kind != kind, open.asked.accountID == source.accountID {
                try withdraw(open, of: holder, by: source, at: now, in: tx)
            } else {
                isAsked = true
            }
        }
        let isHeld = holder.posts.contains { $0.post == post }
        guard !isAsked, isHeld == (kind == .revoke) else { return }
        let change = try PostChange.ask(
            kind, post, .unlimited, for: holder, reason: reason, id: tx.ids.next(), by: source, at: now)
        try require(post.organ, in: tx)
        try PostChangeStore.insert(change, in: tx)
        try record("post.asked", change, holder, "提出", by: source, at: now, in: tx)
    }

    private static func withdraw(
        _ change: PostChange, of holder: PostHolder, by source: Actor, at now: Instant, in tx: Transaction
    ) throws {
        var change = change
        try change.withdraw(by: source, at: now)
        try PostChangeStore.update(change, in: tx)
        let (action, word) = change.act
        try record(action, change, holder, word, by: source, at: now, in: tx)
    }
}
