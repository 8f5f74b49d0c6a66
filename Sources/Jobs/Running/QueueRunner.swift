import Foundation
import Storage
import WorkingTime

/// Works off the queue on this node, a few jobs at a time. A job that fails is noted and stops no other.
public struct QueueRunner: Sendable {
    /// How many jobs of the common lane this node works on at a time.
    public static let concurrency = 2
    /// The lane of all jobs that have no lane of their own.
    public static let commonLane = "common"
    /// So many steps in one go; then others that are due get their turn.
    static let stepsPerTurn = 50
    private static let pollMilliseconds = 1_000

    private let database: Database
    private let handlers: [String: any JobHandler]
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (QueuedJob, any Error) -> Void

    /// A runner of these handlers, one for each kind.
    ///
    /// - Parameter report: hears of every failed try, for the log.
    public init(
        database: Database, handlers: [any JobHandler], clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (QueuedJob, any Error) -> Void = { _, _ in }
    ) {
        self.database = database
        self.handlers = Dictionary(
            handlers.map { ($0.kind.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.clock = clock
        self.report = report
    }

    /// The kinds of jobs it does.
    public var kinds: [JobKind] { handlers.values.map(\.kind).sorted { $0.name < $1.name } }

    /// Works until the task is cancelled: the present steps are finished then and the rest is given back.
    public func run() async {
        let bell = Bell()
        database.observe { topic in
            if topic == nil || topic == JobQueue.topic { bell.ring() }
        }
        await withTaskGroup(of: Void.self) { group in
            for (lane, width) in lanes {
                for _ in 0..<width {
                    group.addTask { for await _ in bell.rings() { await workOff(lane) } }
                }
            }
            // What is due later rings no bell, and a job of a node that is gone does not either.
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(Self.pollMilliseconds))
                bell.ring()
            }
        }
    }

    /// The lanes of its handlers, and how many jobs of each are worked on at a time.
    private var lanes: [(lane: String, width: Int)] {
        Dictionary(handlers.values.map { ($0.lane, $0.width) }, uniquingKeysWith: max)
            .map { (lane: $0.key, width: $0.value) }
    }

    /// Works until nothing is due any more or the task is cancelled.
    ///
    /// - Parameter lane: the one lane that is worked off; nil: all of them.
    public func workOff(_ lane: String? = nil) async {
        while !Task.isCancelled {
            do {
                guard let held = try await Self.whole({ try await claim(lane) }) else { return }
                await work(on: held)
            } catch {
                // The database is away; the next ring tries again.
                return
            }
        }
    }

    /// Takes the next due job, after putting those in order whose node is gone.
    func claim(_ lane: String? = nil) async throws -> HeldJob? {
        let (now, holder) = (clock(), UUID().uuidString)
        let open = handlers.values.filter { (lane == nil || $0.lane == lane) && $0.isReady(at: now) }
        let kinds = open.map(\.kind.name)
        guard try await database.read({ try JobStore.hasDue(kinds, at: now, in: $0) }) else { return nil }
        let job = try await database.write { tx in
            for var job in try JobStore.abandoned(at: now, in: tx) {
                job.lose(at: now)
                try JobStore.settle(job, in: tx)
            }
            return try JobStore.claim(
                kinds, limit: 1, holder: holder, until: now.adding(seconds: HeldJob.leaseSeconds), at: now,
                in: tx
            ).first
        }
        return job.map { HeldJob(job: $0, holder: holder, database: database, clock: clock) }
    }

    /// Does steps of a job until it is done, fails, has had its turn, or the runner is stopped.
    private func work(on first: HeldJob) async {
        guard let handler = handlers[first.job.kind] else { return }
        var held = first
        do {
            for _ in 0..<Self.stepsPerTurn where !Task.isCancelled {
                guard let next = try await Self.whole({ [held] in try await handler.advance(held) }) else {
                    return
                }
                held = next
            }
            try await Self.whole { [held] in try await held.giveBack() }
        } catch is LeaseLost {
            return
        } catch {
            await note(error, of: held)
        }
    }

    private func note(_ error: any Error, of held: HeldJob) async {
        report(held.job, error)
        // When even this cannot be noted, the lease runs out and the next node notes it.
        _ = try? await Self.whole { try await held.fail(error, jitter: Double.random(in: 0..<1)) }
    }

    /// What has begun is finished, whoever is cancelled meanwhile.
    private static func whole<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T
    {
        try await Task { try await work() }.value
    }
}
