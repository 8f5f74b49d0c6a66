import Refusals
import WorkingTime

/// What a person decides about a job.
extension QueuedJob {
    /// Puts a job that was set aside back, to be tried at once and as often as a new one.
    ///
    /// - Throws: `conflict` for a job that was not set aside.
    mutating func putBack(at now: Instant) throws {
        guard state == .setAside else { throw DomainError.conflict("只有已搁置的任务可以重新执行。") }
        state = .waiting
        attempts = 0
        dueAt = now
    }

    /// Decides that it is not to be done. What its committed steps did stays; a step under way is undone.
    ///
    /// - Throws: `conflict` for a job that is over.
    mutating func cancel(at now: Instant) throws {
        guard finishedAt == nil else { throw DomainError.conflict("任务已经结束，不能取消。") }
        state = .cancelled
        finishedAt = now
    }

    /// Takes note that its node is gone: the first time it is tried again at once, for most nodes are gone
    /// because they were begun anew; then it counts like any failure, for the job itself may be what kills them.
    mutating func lose(at now: Instant) {
        fail("执行任务的节点中断。", at: now, jitter: 0.5)
        if attempts == 1 { dueAt = now }
    }

    /// Takes note that another try would end as this one did: somebody has to look at once.
    mutating func giveUp(_ reason: String, at now: Instant) {
        attempts = max(attempts, 1)
        (state, lastError, dueAt) = (.setAside, reason, now)
    }

    /// Takes note of a failed try: waits for the next one, or is set aside after too many.
    mutating func fail(_ reason: String, at now: Instant, jitter: Double) {
        attempts = max(attempts, 1)
        lastError = reason
        let isPoison = attempts >= Backoff.attemptLimit
        state = isPoison ? .setAside : .waiting
        dueAt = now.adding(seconds: isPoison ? 0 : Backoff.delaySeconds(attempt: attempts, jitter: jitter))
    }
}
