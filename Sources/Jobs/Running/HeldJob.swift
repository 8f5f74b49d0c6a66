import Storage
import WorkingTime

/// The job is not ours any more: it was cancelled, or this node was silent for so long that another took it over.
/// Whatever the present step did is undone.
public struct LeaseLost: Error {}

/// A job that this node holds under a lease, and the only way to change anything for it.
public struct HeldJob: Sendable {
    /// How long a lease holds; each step renews it, and a step under way holds its row besides.
    public static let leaseSeconds = 30

    /// The job as it was when it was claimed, or after the last committed step.
    public let job: QueuedJob
    let holder: String
    let database: Database
    let clock: @Sendable () -> Instant

    /// Does one step: its effect, the progress and the proof of the lease are one transaction.
    ///
    /// - Returns: the job as it is held further, or nil when that was the last step.
    /// - Throws: ``LeaseLost``, and whatever the step throws; nothing of it has happened then.
    public func commit(
        _ step: @escaping @Sendable (QueuedJob, Transaction) throws -> JobStep
    ) async throws -> HeldJob? {
        let next = try await database.write { tx in
            let job = try renewed(in: tx)
            let result = try step(job, tx)
            try JobStore.record(result, of: job, at: clock(), in: tx)
            return result.isLast ? nil : try JobQueue.job(job.id, in: tx)
        }
        return next.map { HeldJob(job: $0, holder: holder, database: database, clock: clock) }
    }

    /// Renews the lease and reads what a step outside needs.
    func look<T: Sendable>(
        _ body: @escaping @Sendable (QueuedJob, Transaction) throws -> T
    ) async throws -> (QueuedJob, T) {
        try await database.write { tx in
            let job = try renewed(in: tx)
            return (job, try body(job, tx))
        }
    }

    /// Notes a failed try, after which the job waits or is set aside. When the lease is lost there is nothing
    /// to note.
    ///
    /// - Returns: the job as it is now; nil when it was not ours any more.
    func fail(_ error: any Error, jitter: Double) async throws -> QueuedJob? {
        let words = FailureWords.words(for: error)
        return try await settle { job in
            guard !(error is any HopelessFailure) else { return job.giveUp(words, at: clock()) }
            job.fail(words, at: clock(), jitter: jitter)
        }
    }

    /// Gives a job back that is not finished, for whoever comes next; it does not count as a try.
    func giveBack() async throws {
        _ = try await settle { job in
            job.state = .waiting
            job.attempts = max(0, job.attempts - 1)
            job.dueAt = clock()
        }
    }

    private func settle(_ change: @escaping @Sendable (inout QueuedJob) -> Void) async throws -> QueuedJob? {
        try await database.write { tx in
            guard var job = try JobStore.hold(self.job.id, holder: holder, until: clock(), in: tx) else {
                return nil
            }
            change(&job)
            try JobStore.settle(job, in: tx)
            return job
        }
    }

    private func renewed(in tx: Transaction) throws -> QueuedJob {
        let until = clock().adding(seconds: Self.leaseSeconds)
        guard let job = try JobStore.hold(self.job.id, holder: holder, until: until, in: tx) else {
            throw LeaseLost()
        }
        return job
    }
}
