import Cryptography
import Foundation
internal import GRDB

/// SQLite through GRDB: readers side by side, one writer that commits concurrent writes in groups.
struct SQLiteEngine: Engine {
    let dialect = Dialect.sqlite
    private let connections: any DatabaseWriter
    private let commits: GroupCommit
    private let ids: IDSource
    private let closureLimit: Duration

    init(
        _ connections: any DatabaseWriter, ids: IDSource, notices: Notices,
        closureLimit: Duration = SQLiteSession.timeLimit
    ) {
        self.connections = connections
        self.ids = ids
        self.closureLimit = closureLimit
        commits = GroupCommit(
            connections: connections, ids: ids, notices: notices, closureLimit: closureLimit)
    }

    func read<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        do {
            return try await connections.read { [ids, closureLimit] connection in
                let session = SQLiteSession(connection, timeLimit: closureLimit)
                return try session.withStatementsLimited { try body(Transaction(on: session, ids: ids)) }
            }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    func write<T: Sendable>(_ body: @escaping Body<T>) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            commits.submit(WriteRequest(body, continuation))
        }
    }

    func write(_ prepared: PreparedWrite) async throws {
        try await withCheckedThrowingContinuation { continuation in
            commits.submit(WriteRequest(prepared, continuation))
        }
    }

    /// One process owns the file.
    func leads(_ role: String) async -> Bool { true }

    /// Nobody else writes to the file.
    func listen() {}

    /// The connections end with the last reference to them.
    func stop() {}

    func close() throws {
        do { try connections.close() } catch let error as DatabaseError { throw StorageError(error) }
    }
}

extension Database {
    /// Opens or creates the SQLite database at a path: write-ahead log, foreign keys, and `synchronous=FULL`
    /// so that an acknowledged write survives a crash of the machine. Throws ``StorageError``.
    public static func sqlite(
        at path: String, ids: IDSource = IDSource(), sealer: Sealer = .plain
    ) throws -> Database {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration())
            // GRDB sets NORMAL when it turns the write-ahead log on, after `prepareDatabase` has run.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return Database(over: pool, ids: ids, sealer: sealer)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// A database that lives in memory and ends with the last reference to it: for tests and trials.
    /// Reads and writes take turns here. Throws ``StorageError``.
    public static func inMemory(ids: IDSource = IDSource(), sealer: Sealer = .plain) throws -> Database {
        try inMemory(ids: ids, sealer: sealer, closureLimit: SQLiteSession.timeLimit)
    }

    /// - Parameter closureLimit: how long one read or write may take.
    static func inMemory(
        ids: IDSource = IDSource(), sealer: Sealer = .plain, closureLimit: Duration
    ) throws -> Database {
        do {
            let queue = try DatabaseQueue(configuration: configuration())
            return Database(over: queue, ids: ids, sealer: sealer, closureLimit: closureLimit)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    private convenience init(
        over connections: any DatabaseWriter, ids: IDSource, sealer: Sealer,
        closureLimit: Duration = SQLiteSession.timeLimit
    ) {
        let notices = Notices()
        let engine = SQLiteEngine(connections, ids: ids, notices: notices, closureLimit: closureLimit)
        self.init(engine: engine, ids: ids, notices: notices, sealer: sealer)
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 8
        return configuration
    }
}
