import Journal
import Refusals
import Storage
import WorkingTime

extension Posts {
    /// Gives a post that one person has asked for and another approved, as a part of something larger that both have
    /// signed, such as taking over the staff of an older system. What is held already is left as it is.
    ///
    /// - Throws: what `PostChange.ask` and `PostChange.approve` refuse, `invalid` for an organ that does not exist.
    public static func give(
        _ post: Post, to account: Int64, reason: String, askedBy asker: Actor, approvedBy decider: Actor,
        at now: Instant, in tx: Transaction
    ) throws {
        try tx.lock("account", id: account)
        let holder = try holder(account, in: tx)
        guard !holder.posts.contains(where: { $0.post == post }) else { return }
        var change = try PostChange.ask(
            .grant, post, .unlimited, for: holder, reason: reason, id: tx.ids.next(), by: asker, at: now)
        try require(post.organ, in: tx)
        try PostChangeStore.insert(change, in: tx)
        try record("post.asked", change, holder, "提出", by: asker, at: now, in: tx)
        try change.approve(for: holder, remark: "", by: decider, at: now)
        try PostChangeStore.update(change, in: tx)
        try PostStore.carryOut(change, in: tx)
        let (action, word) = change.act
        try record(action, change, holder, word, by: decider, at: now, in: tx)
    }
}
