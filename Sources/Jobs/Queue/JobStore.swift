import Storage
import WorkingTime

/// The statements by which nodes share the queue.
///
/// Each holds the rows it changes. On PostgreSQL a row that another node holds is passed over; SQLite has one
/// writer and nothing to pass over.
enum JobStore {
    /// How one queue is read by several, in the words of each engine.
    private static func unclaimed(_ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite: ""
        case .postgresql: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Whether there is something to claim or to take back. A read, so that an idle queue writes nothing.
    static func hasDue(_ kinds: [String], at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT 1 AS due WHERE EXISTS (SELECT 1 FROM queued_job WHERE state = 'waiting' AND due_at <= \(now)
                    AND kind IN \(list: kinds))
                OR EXISTS (SELECT 1 FROM queued_job WHERE state = 'running' AND leased_until < \(now))
            """) != nil
    }

    /// Takes the next due jobs of these kinds, the longest due first.
    static func claim(
        _ kinds: [String], limit: Int, holder: String, until: Instant, at now: Instant, in tx: Transaction
    ) throws -> [QueuedJob] {
        let rows = try tx.rows(
            """
            WITH claimed AS MATERIALIZED (
                SELECT id FROM queued_job WHERE state = 'waiting' AND due_at <= \(now) AND kind IN \(list: kinds)
                ORDER BY due_at, id LIMIT \(limit) \(unclaimed(tx.dialect)))
            UPDATE queued_job SET state = 'running', holder = \(holder), leased_until = \(until),
                attempts = attempts + 1, started_at = coalesce(started_at, \(now)), stepped_at = \(now)
            WHERE id IN (SELECT id FROM claimed) RETURNING *
            """)
        return try rows.map(QueuedJob.init).sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
    }

    /// The jobs whose node is gone, so that they can be settled.
    static func abandoned(at now: Instant, in tx: Transaction) throws -> [QueuedJob] {
        try tx.rows(
            """
            SELECT * FROM queued_job WHERE state = 'running' AND leased_until < \(now)
            ORDER BY leased_until LIMIT 100 \(unclaimed(tx.dialect))
            """
        ).map(QueuedJob.init)
    }

    /// Renews a lease and holds the row until the end of the transaction; nil when the lease is lost: the job
    /// was cancelled, or another node has taken it over.
    static func hold(_ id: Int64, holder: String, until: Instant, in tx: Transaction) throws -> QueuedJob? {
        try tx.row(
            """
            UPDATE queued_job SET leased_until = \(until)
            WHERE id = \(id) AND holder = \(holder) AND state = 'running' RETURNING *
            """
        ).map(QueuedJob.init)
    }

    /// Keeps what a step has brought about, under the lease that ``hold(_:holder:until:in:)`` made sure of.
    static func record(_ step: JobStep, of job: QueuedJob, at now: Instant, in tx: Transaction) throws {
        var progress = job.progress
        progress.step(done: step.done, total: step.total, at: now)
        let rate = progress.rate.map { Int64(($0 * 1_000).rounded()) }
        try tx.execute(
            """
            UPDATE queued_job SET cursor = coalesce(\(step.cursor), cursor), step_count = step_count + 1,
                attempts = 0, last_error = NULL, done_count = \(progress.done),
                total_count = \(progress.total), rate_millis = \(rate), stepped_at = \(now)
            WHERE id = \(job.id)
            """)
        guard step.isLast else { return }
        try tx.execute(
            """
            UPDATE queued_job SET state = 'done', holder = NULL, leased_until = NULL, finished_at = \(now)
            WHERE id = \(job.id)
            """)
    }

    /// Keeps what was decided about a job that nobody is to hold any longer.
    static func settle(_ job: QueuedJob, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE queued_job SET state = \(job.state), holder = NULL, leased_until = NULL,
                attempts = \(job.attempts), due_at = \(job.dueAt), finished_at = \(job.finishedAt),
                last_error = \(job.lastError)
            WHERE id = \(job.id)
            """)
    }
}
