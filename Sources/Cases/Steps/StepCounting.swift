import Jobs
import Storage
import WorkingTime

/// Counts the steps of all cases anew, a stretch of tasks at a time: counting a million cases for a page would keep
/// everybody waiting, and counting with every change would make one row of every step's.
struct StepCounting: SteppedWork {
    static let kind = JobKind("cases.steps", title: "统计各步骤的办件", unit: "个任务")
    static let tasksPerStep = 5_000

    let clock: @Sendable () -> Instant
    var tasksPerStep = StepCounting.tasksPerStep
    var kind: JobKind { Self.kind }

    /// Asks for a count; one a day, however often it is asked for, unless somebody asks by hand.
    @discardableResult
    static func ask(key: String, by account: Int64 = 0, at now: Instant, in tx: Transaction) throws -> Int64 {
        try JobQueue.enqueue(kind: kind, key: key, payload: key, at: now, by: account, in: tx)
    }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let after = try job.cursor(as: Int64.self) ?? 0
        let stretch = try tx.rows(
            "SELECT id FROM case_task WHERE id > \(after) ORDER BY id LIMIT \(tasksPerStep)")
        guard let last = try stretch.last?.id("id") else {
            try finish(job.id, in: tx)
            return .finished(done: 0)
        }
        try count(job.id, after: after, upTo: last, in: tx)
        return try .more(last, done: stretch.count)
    }

    /// A question to a colleague stands beside the process and is not counted.
    private func count(_ run: Int64, after: Int64, upTo last: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO step_figure (run, subject_code, process_version, element, open_count, done_count,
                waited_seconds)
            SELECT \(run), c.subject_code, c.process_version, t.element,
                count(*) FILTER (WHERE t.state = 'open'), count(*) FILTER (WHERE t.state = 'completed'),
                coalesce(sum((t.completed_at - t.opened_at) / 1000), 0)
            FROM case_task t JOIN service_case c ON c.id = t.case_id
            WHERE t.id > \(after) AND t.id <= \(last) AND t.activity IS NOT NULL
                AND t.state IN ('open', 'completed')
            GROUP BY c.subject_code, c.process_version, t.element
            ON CONFLICT (run, subject_code, process_version, element) DO UPDATE
            SET open_count = step_figure.open_count + excluded.open_count,
                done_count = step_figure.done_count + excluded.done_count,
                waited_seconds = step_figure.waited_seconds + excluded.waited_seconds
            """)
    }

    /// From now on these figures are shown, and the earlier ones are forgotten.
    private func finish(_ run: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM step_figure WHERE run < \(run)")
        try tx.execute("DELETE FROM step_count_run WHERE run < \(run)")
        try tx.execute("INSERT INTO step_count_run (run, counted_at) VALUES (\(run), \(clock()))")
    }
}

extension Cases {
    /// Asks that the steps are counted anew now.
    ///
    /// - Returns: the job's id.
    @discardableResult
    public static func countSteps(by account: Int64, at now: Instant, in tx: Transaction) throws -> Int64 {
        // Within a minute it is the same wish.
        try StepCounting.ask(key: "\(account)@\(now.milliseconds / 60_000)", by: account, at: now, in: tx)
    }

    /// Once a day in any case.
    func countStepsDaily() async throws {
        let now = clock()
        _ = try await database.write { try StepCounting.ask(key: now.day.iso, at: now, in: $0) }
    }
}
