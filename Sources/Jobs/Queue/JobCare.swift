import Journal
import Refusals
import Storage
import WorkingTime

/// What the administrator does with a job; each with its entry in the journal.
extension JobQueue {
    /// Puts a job that was set aside back. Throws `notFound`, and `conflict` for one that was not set aside.
    public static func putBack(_ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try decide(id, "job.put_back", "\(actor.name)重新执行已搁置的后台任务。", by: actor, at: now, in: tx) {
            try $0.putBack(at: now)
        }
        try tx.announce(topic)
    }

    /// Cancels a job; a running one stops at its next step. Throws `notFound`, and `conflict` when it is over.
    public static func cancel(_ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try decide(id, "job.cancelled", "\(actor.name)取消后台任务。", by: actor, at: now, in: tx) {
            try $0.cancel(at: now)
        }
    }

    /// Forgets what was done before an instant, and tells how much it was. What was cancelled is kept, so that
    /// the same is not done after all.
    @discardableResult
    public static func forget(doneBefore cutoff: Instant, in tx: Transaction) throws -> Int {
        try tx.execute("DELETE FROM queued_job WHERE state = 'done' AND finished_at < \(cutoff)")
    }

    private static func decide(
        _ id: Int64, _ action: String, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction, _ rule: (inout QueuedJob) throws -> Void
    ) throws {
        try tx.lock("queued_job", id: id)
        var job = try Self.job(id, in: tx)
        try rule(&job)
        try JobStore.settle(job, in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "job/\(id)", sentence: sentence,
                detail: ["kind": job.kind, "key": job.key]),
            in: tx)
    }
}
