import Storage
import WorkingTime

/// The queue of work that survives every crash: what is put into it in the transaction of a change is done once
/// that change is durable, and not otherwise.
public enum JobQueue {
    /// What is announced when there is something to do.
    public static let topic = "jobs"

    /// Asks for something to be done. The same key of the same kind is the same job, however often it is asked for
    /// and whatever has become of it.
    ///
    /// - Parameters:
    ///   - payload: what the handler needs to know; kept as JSON.
    ///   - due: when it is to be done; absent: at once.
    ///   - account: who asked; 0 for the system.
    /// - Returns: the job's id.
    @discardableResult
    public static func enqueue(
        kind: JobKind, key: String, payload: some Encodable, at now: Instant, due: Instant? = nil,
        by account: Int64 = 0, in tx: Transaction
    ) throws -> Int64 {
        let id = tx.ids.next()
        var earlier: Int64?
        try tx.require(
            """
            INSERT INTO queued_job (id, kind, key, payload, state, attempts, due_at, step_count, done_count,
                created_at, created_by)
            VALUES (\(id), \(kind.name), \(key), \(encodeJSON(payload)), \(QueuedJob.State.waiting), 0,
                \(due ?? now), 0, 0, \(now), \(account))
            ON CONFLICT (kind, key) DO NOTHING
            RETURNING id
            """
        ) {
            guard let known = try job(kind, key: key, in: tx) else { throw StorageError.serialization }
            earlier = known.id
        }
        if earlier == nil { try tx.announce(topic) }
        return earlier ?? id
    }

    /// The job of a kind with this key; nil when nobody has asked for it.
    public static func job(_ kind: JobKind, key: String, in tx: Transaction) throws -> QueuedJob? {
        try tx.row("SELECT * FROM queued_job WHERE kind = \(kind.name) AND key = \(key)").map(QueuedJob.init)
    }

    /// A condition: somebody has asked for a job of this kind whose key is this expression, such as a column.
    public static func contains(_ kind: JobKind, key: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM queued_job asked WHERE asked.kind = \(kind.name) AND asked.key = \(key))"
    }
}
