import Identity
import Jobs
import Journal
import Storage
import WorkingTime

extension Cases {
    /// Fires the timers that are due: deemed acceptance and whatever else a process waits for.
    ///
    /// A matter that fails gets a job of its own, which tries again with patience and is seen when it is of no use;
    /// it does not come up here again.
    /// - Returns: how many matters were moved.
    /// - Throws: what kept a matter from moving, after all others have been moved.
    @discardableResult
    public func fireDueTimers() async throws -> Int {
        let now = clock()
        var moved = 0
        var failure: (any Error)?
        for timer in try await database.read({ try DueTimer.all(at: now, in: $0) }) {
            do {
                try await change(timer.number, by: .system, as: .system) { try $0.fireTimers(on: $1) }
                moved += 1
            } catch {
                failure = failure ?? error
                try await database.write { _ = try timer.leaveToItsOwnJob(at: now, in: $0) }
            }
        }
        if let failure { throw failure }
        return moved
    }
}

/// The earliest timer of a case that has run out.
struct DueTimer: Sendable, Codable {
    static let kind = JobKind("cases.timer", title: "办件时限到期的自动处理", which: "办件 {}")

    /// The number of the case.
    let number: String
    let dueAt: Instant

    /// Those that nobody has a job for, the longest due first, as many as one run takes.
    static func all(at now: Instant, in tx: Transaction) throws -> [DueTimer] {
        let isLeft = JobQueue.contains(kind, key: "c.number || '@' || t.due_at")
        return try tx.rows(
            """
            SELECT c.number, min(t.due_at) AS due_at FROM case_timer t JOIN service_case c ON c.id = t.case_id
            WHERE t.due_at < \(now) AND NOT \(isLeft) GROUP BY c.number ORDER BY 2, 1 LIMIT 100
            """
        ).map { DueTimer(number: try $0.text("number"), dueAt: try $0.instant("due_at")) }
    }

    func leaveToItsOwnJob(at now: Instant, in tx: Transaction) throws -> Int64 {
        try JobQueue.enqueue(
            kind: Self.kind, key: "\(number)@\(dueAt.milliseconds)", payload: self, at: now,
            due: now.adding(seconds: Backoff.delaySeconds(attempt: 1, jitter: 0.5)), in: tx)
    }
}

/// Tries the timers of one matter again that could not be fired.
struct TimerRetry: SteppedWork {
    let cases: Cases
    var kind: JobKind { DueTimer.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let timer = try job.payload(as: DueTimer.self)
        try cases.change(timer.number, by: .system, as: .system, at: cases.now, in: tx) {
            try $0.fireTimers(on: $1)
        }
        return .finished(done: 1)
    }
}
