import Foundation
internal import GRDB

extension Database {
    /// Opens or creates the SQLite database at a path: write-ahead log, foreign keys, and `synchronous=FULL`
    /// so that an acknowledged write survives a crash of the machine. Throws ``StorageError``.
    public static func sqlite(at path: String, ids: IDSource = IDSource()) throws -> Database {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration())
            // GRDB sets NORMAL when it turns the write-ahead log on, after `prepareDatabase` has run.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return Database(engine: pool, ids: ids)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// A database that lives in memory and ends with the last reference to it: for tests and trials.
    /// Reads and writes take turns here. Throws ``StorageError``.
    public static func inMemory(ids: IDSource = IDSource()) throws -> Database {
        do {
            return Database(engine: try DatabaseQueue(configuration: configuration()), ids: ids)
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// How the writing connection is set up, read back from the engine: what an operator or a test needs
    /// to see before trusting that a write is durable. Keys: `engine`, `synchronous`, `journal_mode`,
    /// `foreign_keys`, `busy_timeout` (milliseconds).
    public func diagnosis() async throws -> [String: String] {
        try await write { transaction in
            var settings = ["engine": "sqlite"]
            for pragma in Self.diagnosedPragmas {
                settings[pragma.name] = try transaction.rows(pragma.query).first?.firstText
            }
            return settings
        }
    }

    private static let diagnosedPragmas: [(name: String, query: SQL)] = [
        ("synchronous", "PRAGMA synchronous"), ("journal_mode", "PRAGMA journal_mode"),
        ("foreign_keys", "PRAGMA foreign_keys"), ("busy_timeout", "PRAGMA busy_timeout"),
    ]

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 8
        return configuration
    }
}
