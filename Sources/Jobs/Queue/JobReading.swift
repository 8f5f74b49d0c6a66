import Refusals
import Storage

/// The queue as the pages show it.
extension JobQueue {
    /// How many jobs of a state one page shows at most.
    public static let pageSize = 20

    /// One job. Throws `notFound`.
    public static func job(_ id: Int64, in tx: Transaction) throws -> QueuedJob {
        guard let job = try find(id, in: tx) else { throw DomainError.notFound("没有找到这个任务。") }
        return job
    }

    /// One job, or nil when there is none.
    public static func find(_ id: Int64, in tx: Transaction) throws -> QueuedJob? {
        try tx.row("SELECT * FROM queued_job WHERE id = \(id)").map(QueuedJob.init)
    }

    /// The newest jobs of a state, one page of them.
    public static func jobs(_ state: QueuedJob.State, in tx: Transaction) throws -> [QueuedJob] {
        try tx.rows(
            "SELECT * FROM queued_job WHERE state = \(state) ORDER BY id DESC LIMIT \(pageSize)"
        ).map(QueuedJob.init)
    }

    /// What is done or cancelled, the latest first.
    ///
    /// - Throws: `malformed` for a broken link to a next page.
    public static func ended(after text: String? = nil, limit: Int = pageSize, in tx: Transaction) throws
        -> Slice<QueuedJob>
    {
        let start = try text.map(Cursor.init)
        let since: SQL = try start.map { "(finished_at, id) < (\(try $0.numericKey), \($0.id))" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT * FROM queued_job WHERE finished_at IS NOT NULL AND \(since)
            ORDER BY finished_at DESC, id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(QueuedJob.init), size: limit) {
            Cursor(key: $0.finishedAt ?? $0.createdAt, id: $0.id)
        }
    }

    /// The jobs of one kind, the newest first.
    ///
    /// - Throws: `malformed` for a broken link to a next page.
    public static func jobs(
        of kind: JobKind, after text: String? = nil, limit: Int = pageSize, in tx: Transaction
    ) throws -> Slice<QueuedJob> {
        let since: SQL = try text.map { "id < \(try Cursor($0).id)" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT * FROM queued_job WHERE kind = \(kind.name) AND \(since)
            ORDER BY id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(QueuedJob.init), size: limit) { Cursor(key: $0.id, id: $0.id) }
    }

    /// How many jobs wait, run and are set aside.
    public static func openCounts(in tx: Transaction) throws -> [QueuedJob.State: Int] {
        let rows = try tx.rows(
            """
            SELECT state, count(*) AS jobs FROM queued_job WHERE state IN ('waiting', 'running', 'set_aside')
            GROUP BY state
            """)
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.value("state"), try $0.int("jobs")) })
    }
}
