import Cryptography

/// PostgreSQL through libpq: a line of connections for reads and one for writes, so that writes that wait for
/// a row do not keep pages from being read.
final class PostgresEngine: Engine {
    let dialect = Dialect.postgresql
    private let reads: ConnectionLine
    private let writes: ConnectionLine
    private let watch: PostgresWatch
    private let heldRows = HeldRows()

    init(_ target: PostgresTarget, connections: Int, ids: IDSource, notices: Notices) {
        let outage = Outage()
        let worker = { @Sendable in PostgresWorker(target: target, ids: ids, outage: outage) }
        reads = ConnectionLine(width: max(1, connections / 2), name: "postgres-read", worker: worker)
        writes = ConnectionLine(width: max(1, connections / 2), name: "postgres-write", worker: worker)
        watch = PostgresWatch(target: target, notices: notices)
    }

    func read<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            reads.submit(
                ConnectionLine.Work(
                    run: { [heldRows] worker in
                        let hold = RowHold(in: heldRows, nil)
                        continuation.resume(with: Result { try worker.transact(.read, hold, body) })
                    },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    func write<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        try await withCheckedThrowingContinuation { submit(body, holding: nil, $0) }
    }

    func write(_ prepared: PreparedWrite) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writes.submit(
                ConnectionLine.Work(
                    run: { worker in continuation.resume(with: Result { try worker.send(prepared) }) },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    private func submit<T: Sendable>(
        _ body: @escaping Body<T>, holding row: HeldRow?,
        _ continuation: CheckedContinuation<T, any Error>
    ) {
        writes.submit(
            ConnectionLine.Work(
                run: { [self] worker in
                    let hold = RowHold(in: heldRows, row)
                    let result = Result { try worker.transact(.write, hold, body) }
                    hold.release()
                    guard let awaited = hold.awaited else { return continuation.resume(with: result) }
                    heldRows.wait(for: awaited) { self.submit(body, holding: awaited, continuation) }
                },
                refuse: { [heldRows] refusal in
                    row.map(heldRows.release)
                    continuation.resume(throwing: refusal)
                }))
    }

    func leads(_ role: String) async -> Bool { watch.leads(role) }

    func listen() { watch.start() }

    func stop() {
        watch.stop()
        reads.stop()
        writes.stop()
    }

    func close() throws {
        stop()
        watch.waitUntilClosed()
        reads.waitUntilClosed()
        writes.waitUntilClosed()
    }
}

extension Database {
    /// Connects to a PostgreSQL 15 or newer.
    ///
    /// - Parameters:
    ///   - url: `postgres://user@host:5432/name?…`, as libpq reads it. Several hosts may stand in it: the one that
    ///     takes writes is used. A host other than this machine must prove its name by certificate unless the
    ///     address says otherwise (`sslmode`).
    ///   - schema: where its tables are, when the database is shared with others; absent: `public`.
    ///   - connections: how many this node opens for reads and writes together; one more listens for changes.
    /// - Throws: ``StorageError/unreachable(_:)`` when the first connection fails, ``StorageError/other(_:)`` for
    ///   a schema that is not named in small letters, digits and underscores.
    public static func postgres(
        _ url: String, schema: String? = nil, connections: Int = 16, ids: IDSource = IDSource(),
        sealer: Sealer = .plain
    ) async throws -> Database {
        if let schema, schema.contains(/[^a-z0-9_]/) { throw StorageError.other("no schema name: \(schema)") }
        let notices = Notices()
        let engine = PostgresEngine(
            PostgresTarget(url: url, schema: schema), connections: connections, ids: ids, notices: notices)
        let database = Database(engine: engine, ids: ids, notices: notices, sealer: sealer)
        try await database.write { transaction in
            guard let schema else { return }
            try transaction.run(script: "CREATE SCHEMA IF NOT EXISTS \(schema)")
        }
        return database
    }
}
