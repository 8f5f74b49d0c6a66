import Foundation

extension Database {
    /// Brings the tables up to date: applies, in the given order and all together, what has not been applied
    /// yet. Runs any number of times, and on several nodes at once. A migration that is killed half-way leaves
    /// nothing behind.
    ///
    /// Throws ``StorageError/changedMigration(_:)`` when an applied migration was changed since, and applies
    /// nothing then.
    public func migrate(_ migrations: [Migration]) async throws {
        try await write { transaction in
            try transaction.takeTime()
            try transaction.exclude("migrations")
            try transaction.run(script: Self.register)
            let applied = try Self.applied(in: transaction)
            for migration in migrations {
                switch applied[migration.label] {
                case nil: try Self.apply(migration, in: transaction)
                case migration.digest(for: transaction.dialect): break
                default: throw StorageError.changedMigration(migration.label)
                }
            }
        }
    }

    private static let register = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            module TEXT NOT NULL,
            number BIGINT NOT NULL,
            name TEXT NOT NULL,
            digest TEXT NOT NULL,
            applied_at BIGINT NOT NULL,
            PRIMARY KEY (module, number)
        )
        """

    /// The digest of every applied migration by its label.
    private static func applied(in transaction: Transaction) throws -> [String: String] {
        let rows = try transaction.rows("SELECT module, number, name, digest FROM schema_migration")
        let pairs = try rows.map { row in
            let migration = try Migration(
                module: row.text("module"), number: row.int("number"), name: row.text("name"), sql: "")
            return (migration.label, try row.text("digest"))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// A renamed migration fails here: its number is taken.
    private static func apply(_ migration: Migration, in transaction: Transaction) throws {
        do {
            try transaction.execute(
                """
                INSERT INTO schema_migration (module, number, name, digest, applied_at)
                VALUES (\(migration.module), \(migration.number), \(migration.name),
                        \(migration.digest(for: transaction.dialect)), \(IDSource.systemClock()))
                """)
        } catch StorageError.unique {
            throw StorageError.changedMigration(migration.label)
        }
        try transaction.run(script: migration.text(for: transaction.dialect))
    }
}
