import Jobs
import Journal
import Modules
import Storage
import Synchronization
import TestSupport
import WorkingTime

/// A database with the queue and a table in which the jobs of these tests leave their marks, and a time that is
/// moved by hand.
final class Yard: Sendable {
    let database: Database
    private let time: Mutex<Instant>

    var now: Instant {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }

    /// - Parameter connections: half of them write, so that nodes can meet.
    init(connections: Int = 4) async throws {
        database = try await TestDatabase.make(connections: connections)
        time = Mutex(Instant(milliseconds: 1_795_000_000_000))
        let marks = Migration(
            module: "marks", number: 1, name: "mark",
            sql: "CREATE TABLE mark (job TEXT NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (job, number))")
        try await database.migrate([Module.journal(), Jobs.tables()].migrations + [marks])
    }

    /// One node of the installation.
    func node(_ handlers: any JobHandler...) -> QueueRunner {
        QueueRunner(database: database, handlers: handlers, clock: { [self] in now })
    }

    /// Asks for marks up to a number.
    @discardableResult
    func enqueue(_ key: String, upTo count: Int = 1) async throws -> Int64 {
        let now = now
        return try await database.write {
            try JobQueue.enqueue(kind: Marking.kind, key: key, payload: count, at: now, by: 7, in: $0)
        }
    }

    func job(_ id: Int64) async throws -> QueuedJob {
        try await database.read { try JobQueue.job(id, in: $0) }
    }

    func marks(of key: String) async throws -> [Int] {
        try await database.read { tx in
            try tx.rows("SELECT number FROM mark WHERE job = \(key) ORDER BY number")
                .map { try $0.int("number") }
        }
    }
}

/// Leaves the marks 1 … n, one a step. A mark that is made twice breaks the table's key.
struct Marking: SteppedWork {
    static let kind = JobKind("test.marks", title: "做记号", unit: "个")

    var kind: JobKind { Self.kind }
    /// What happens in a step before it is committed.
    var interruption: @Sendable (Int) throws -> Void = { _ in }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let number = try job.cursor(as: Int.self) ?? 1
        try tx.execute("INSERT INTO mark (job, number) VALUES (\(job.key), \(number))")
        try interruption(number)
        let last = try job.payload(as: Int.self)
        return number == last ? .finished(done: 1) : try .more(number + 1, done: 1, total: last)
    }
}

/// What goes wrong in a test.
struct Broken: Error {}
