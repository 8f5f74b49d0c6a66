import Foundation
import Storage
import TestSupport

/// A database with two small tables: people, and the licences they hold.
func databaseOfLicences(connections: Int = 2) async throws -> Database {
    let database = try await TestDatabase.plain(connections: connections)
    try await database.migrate([licences])
    return database
}

/// Runs a body with a SQLite database in a file of its own, which is removed afterwards.
func withDatabaseFile<T>(_ body: (Database, String) async throws -> T) async throws -> T {
    let path = NSTemporaryDirectory() + "minben-\(UUID().uuidString).sqlite"
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let database = try Database.sqlite(at: path)
    try await database.migrate([licences])
    let result = try await body(database, path)
    try database.close()
    return result
}

/// Runs a body with the tables of licences where many write at once: a file, or PostgreSQL.
func withSharedDatabase<T>(_ body: (Database) async throws -> T) async throws -> T {
    guard TestDatabase.dialect == .sqlite else { return try await body(databaseOfLicences(connections: 16)) }
    return try await withDatabaseFile { database, _ in try await body(database) }
}

let licences = Migration(
    module: "licences", number: 1, name: "licence",
    sql: """
        CREATE TABLE person (
            id BIGINT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE licence (
            id BIGINT PRIMARY KEY,
            person_id BIGINT NOT NULL REFERENCES person (id),
            seats BIGINT CONSTRAINT seats_positive CHECK (seats > 0),
            note TEXT,
            guarantor_id BIGINT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
        );
        """)

extension Transaction {
    func add(person id: Int64, _ name: String) throws {
        try execute("INSERT INTO person (id, name) VALUES (\(id), \(name))")
    }

    func people() throws -> [String] {
        try rows("SELECT name FROM person ORDER BY id").map { try $0.text("name") }
    }
}
