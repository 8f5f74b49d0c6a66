import Cryptography
import Jobs
import Storage
import WorkingTime

/// Brings the personal columns of all tables to the keys of today: after the first start with a key ring, after the
/// suite was changed in the configuration, after a key was rotated.
public struct Resealing: SteppedWork {
    /// What it does, as people know it.
    public let kind = JobKind("operations.sealing", title: "重新加密个人信息", unit: "行", which: "{}")
    private static let rowsInAStep = 200
    private let tables: [SealedTable]

    /// The work on these tables.
    public init(tables: [SealedTable]) { self.tables = tables }

    /// What was asked for. A column that is sealed from some version on is one more reason to walk the tables: rows
    /// from before stand in plain text.
    struct Order: Codable, Equatable {
        private let sealing: KeyName?
        private let indexing: KeyName?
        private let columns: [String]?

        init(_ target: Sealer.Target, _ tables: [SealedTable]) {
            (sealing, indexing) = (target.sealing, target.indexing)
            columns = tables.flatMap { table in table.columns.map { "\(table.name).\($0)" } }.sorted()
        }

        var target: Sealer.Target { Sealer.Target(sealing: sealing, indexing: indexing) }
    }

    /// Where a step begins: a table, and the row before.
    private struct Position: Codable {
        var table = 0
        var lastID = Int64.min
        var unopened = 0
    }

    /// The next rows of a table.
    public func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let target = try job.payload(as: Order.self).target
        var position: Position = try job.cursor() ?? Position()
        guard position.table < tables.count else {
            guard position.unopened == 0 else { throw UnopenedRows(count: position.unopened) }
            return .finished(done: 0)
        }
        let part = try tables[position.table].reseal(
            to: target, after: position.lastID, limit: Self.rowsInAStep, in: tx)
        position.unopened += part.unopened.count
        if let last = part.lastID {
            position.lastID = last
        } else {
            (position.table, position.lastID) = (position.table + 1, Int64.min)
        }
        return try .more(position, done: part.seen)
    }

    /// Asks for the work, when the keys of this node, or the columns that are sealed, are others than the last time it was
    /// asked for. A node that starts
    /// says so; there is nothing to do in an empty database.
    public func ask(in database: Database, at now: Instant) async throws {
        let target = database.sealer.target
        let order = Order(target, tables)
        try await database.write { [self] tx in
            try tx.exclude("operations.sealing")
            let last = try JobQueue.jobs(of: kind, limit: 1, in: tx).items.first
            guard
                try last.map({ try $0.payload(as: Order.self) != order })
                    ?? needsWork(target, in: tx)
            else { return }
            let words = [target.sealing, target.indexing].map { $0?.description ?? "plain" }
            try JobQueue.enqueue(
                kind: kind, key: "\(words.joined(separator: " / "))@\(now.milliseconds)", payload: order,
                at: now, in: tx)
        }
    }

    private func needsWork(_ target: Sealer.Target, in tx: Transaction) throws -> Bool {
        guard target.sealing != nil else { return false }
        return try tables.contains { try $0.hasRows(in: tx) }
    }
}
