import Identity
import Jobs
import Journal
import Refusals
import Storage
import WorkingTime

/// Lets every running case of a version go on by another that can; the others finish on the version they are on, and
/// the page of the change says why.
struct VersionChanging: SteppedWork {
    static let kind = JobKind("cases.version", title: "办件改按另一版流程办理", unit: "件", which: "流程 {}")
    static let casesPerStep = 50

    /// What is to be done, on whose behalf.
    struct Order: Codable, Sendable {
        let change: VersionChange
        let services: [String]
        let actor: Actor
    }

    let cases: Cases
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let order = try job.payload(as: Order.self)
        let running = try RunningCase.page(
            order.change, services: order.services, after: try job.cursor() ?? 0, limit: Self.casesPerStep,
            in: tx)
        guard let last = running.last else { return .finished(done: 0) }
        let done = try running.count { try change($0, order, in: tx) }
        return try .more(last.id, done: done)
    }

    /// A case that cannot go on by the other version stays on its own: nothing of it is changed.
    private func change(_ running: RunningCase, _ order: Order, in tx: Transaction) throws -> Bool {
        do {
            try cases.change(running.number, by: order.actor, as: .system, at: cases.now, in: tx) {
                try $0.change(running.number, order.change, on: $1)
            }
            return true
        } catch is DomainError {
            return false
        }
    }
}

extension Cases {
    /// Asks that the running cases of a version go on by another.
    ///
    /// - Returns: the job's id.
    /// - Throws: `invalid` without a reason, or where both versions are the same.
    public static func ask(
        _ change: VersionChange, services codes: [String], by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws -> Int64 {
        guard change.from != change.to else { throw DomainError.invalid("to", "请选择另外一版：办件本来就按这一版办理。") }
        try Words.require(change.reason, field: "reason", "请写明为什么要改版本。")
        let key = "\(change.process) 第 \(change.from) 版到第 \(change.to) 版，\(now.chinese)"
        return try JobQueue.enqueue(
            kind: VersionChanging.kind, key: key,
            payload: VersionChanging.Order(change: change, services: codes, actor: actor), at: now,
            by: actor.accountID, in: tx)
    }
}
