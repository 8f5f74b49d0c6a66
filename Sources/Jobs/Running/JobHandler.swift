import Storage
import WorkingTime

/// Does one kind of job, step by step. Conform to ``SteppedWork`` or ``Errand``.
public protocol JobHandler: Sendable {
    /// What it does.
    var kind: JobKind { get }
    /// The queue it stands in. Jobs of one lane do not wait for those of another.
    var lane: String { get }
    /// How many jobs of its lane a node works on at a time.
    var width: Int { get }

    /// Whether jobs of this kind can be worked on now: while they cannot, none is claimed, and none counts as tried.
    func isReady(at now: Instant) -> Bool

    /// Does the next step.
    ///
    /// - Returns: the job as it is held further, or nil when it is done.
    /// - Throws: ``LeaseLost`` when the job is not ours any more; anything else counts as a failed try.
    func advance(_ held: HeldJob) async throws -> HeldJob?
}

extension JobHandler {
    /// The lane of all that have no lane of their own.
    public var lane: String { QueueRunner.commonLane }
    /// Two, as in the common lane.
    public var width: Int { QueueRunner.concurrency }
    /// It is.
    public func isReady(at now: Instant) -> Bool { true }
}

/// Work inside the database. A step, its effect and the job's progress are one transaction: whoever repeats the job
/// after a crash repeats nothing and leaves nothing out.
public protocol SteppedWork: JobHandler {
    /// Does the next step: a second's work at most, for it holds its rows that long. May run twice; touches
    /// nothing outside its transaction.
    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep
}

extension SteppedWork {
    /// One step in one transaction.
    public func advance(_ held: HeldJob) async throws -> HeldJob? {
        try await held.commit { try step($0, in: $1) }
    }
}

/// Work with an effect outside the database, such as sending, or on something that lies outside, such as a file that is
/// read: a transaction never waits for the network. A crash between the act and its record repeats the
/// act under the same key, by which the other side knows that it is the same.
public protocol Errand: JobHandler {
    /// What is to be done outside.
    associatedtype Order: Sendable
    /// What came of it.
    associatedtype Answer: Sendable

    /// Reads what the next step is to do outside; nil when nothing is left.
    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order?

    /// Does it, within the lease of ``HeldJob/leaseSeconds``.
    ///
    /// - Parameter key: ``QueuedJob/stepKey``: the same whenever the same step is repeated.
    func act(_ order: Order, key: String) async throws -> Answer

    /// Keeps what came of it.
    func record(_ answer: Answer, of job: QueuedJob, in tx: Transaction) throws -> JobStep
}

extension Errand {
    /// Prepares in a transaction, acts outside, records in a transaction.
    public func advance(_ held: HeldJob) async throws -> HeldJob? {
        let (job, order) = try await held.look { try prepare($0, in: $1) }
        guard let order else { return try await held.commit { _, _ in .finished(done: 0) } }
        let answer = try await act(order, key: job.stepKey)
        return try await held.commit { try record(answer, of: $0, in: $1) }
    }
}
