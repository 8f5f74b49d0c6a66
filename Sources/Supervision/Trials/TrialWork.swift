import Government
import Jobs
import Storage
import WorkingTime

/// Tries a rule on all cases of twelve months, a stretch a step: one sees how far it has come and can stop it.
struct TrialWork: Errand {
    static let kind = JobKind("supervision.trial", title: "在近一年的全部办件上试算监察规则", which: "{}")

    struct Order: Sendable {
        let active: ActiveRule
        let walk: TrialWalk
        let calendar: WorkingCalendar
        let total: Int?
    }

    struct Answer: Sendable {
        let walk: TrialWalk
        /// Those that the step has looked at.
        let looked: Int
        let total: Int?
    }

    let database: Database
    let clock: @Sendable () -> Instant
    var readsPerStep = 25
    var casesPerRead = TrialWalk.atOnce
    var kind: JobKind { Self.kind }
    var lane: String { "supervision.trial" }
    var width: Int { 1 }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        guard let kept = try TrialStore.find(try job.payload(as: Int64.self), in: tx), kept.jobID == job.id,
            let active = kept.active
        else { return nil }
        let earlier = try job.cursor(as: TrialWalk.self)
        let walk = earlier ?? TrialWalk(until: kept.askedAt)
        return Order(
            active: active, walk: walk, calendar: try Directory.calendar(in: tx),
            total: earlier == nil ? try walk.total(in: tx) : nil)
    }

    func act(_ order: Order, key: String) async throws -> Answer {
        var walk = order.walk
        for _ in 0..<readsPerStep where !walk.isDone {
            walk = try await database.read { [walk] tx in
                var further = walk
                try further.go(casesPerRead, by: order.active, order.calendar, in: tx)
                return further
            }
        }
        return Answer(walk: walk, looked: walk.trial.looked - order.walk.trial.looked, total: order.total)
    }

    func record(_ answer: Answer, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        guard answer.walk.isDone else {
            return try .more(answer.walk, done: answer.looked, total: answer.total)
        }
        try TrialStore.finish(
            try job.payload(as: Int64.self), by: job.id, answer.walk.trial, at: clock(), in: tx)
        return .finished(done: answer.looked)
    }
}
