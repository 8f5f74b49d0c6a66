import Storage
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    private let notes = Migration(
        module: "notes", number: 1, name: "note", sql: "CREATE TABLE note (id BIGINT)")

    @Test("that were changed after they ran are refused, and nothing of the run stays")
    func changed() async throws {
        let database = try await TestDatabase.plain()
        try await database.migrate([notes])
        let changed = Migration(module: "notes", number: 1, name: "note", sql: "CREATE TABLE note (id TEXT)")
        await #expect(throws: StorageError.changedMigration("notes/0001_note")) {
            try await database.migrate([licences, changed])
        }
        await #expect(throws: StorageError.self) { try await database.read { try $0.people() } }
    }

    @Test("that were renamed after they ran are refused")
    func renamed() async throws {
        let database = try await TestDatabase.plain()
        try await database.migrate([notes])
        let renamed = Migration(module: "notes", number: 1, name: "remark", sql: notes.sql)
        await #expect(throws: StorageError.changedMigration("notes/0001_remark")) {
            try await database.migrate([renamed])
        }
    }

    @Test("that fail leave nothing behind, not even those before them")
    func failing() async throws {
        let database = try await TestDatabase.plain()
        let broken = Migration(
            module: "notes", number: 2, name: "broken", sql: "CREATE TABLE half (id BIGINT); NONSENSE")
        await #expect(throws: StorageError.self) { try await database.migrate([notes, broken]) }
        try await database.migrate([notes])
    }

    @Test("of a newer program do not keep an older one from running beside it, as in a rolling upgrade")
    func older() async throws {
        let database = try await TestDatabase.plain()
        try await database.migrate([
            notes,
            Migration(module: "notes", number: 2, name: "colour", sql: "ALTER TABLE note ADD colour TEXT"),
        ])
        try await database.migrate([notes])
    }

    @Test("run once, however often and by however many they are started")
    func idempotent() async throws {
        try await withSharedDatabase { database in
            try await withThrowingTaskGroup { group in
                for _ in 1...8 { group.addTask { try await database.migrate([licences, notes]) } }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.count("SELECT count(*) FROM schema_migration") } == 2)
        }
    }

    @Test("of a module come from its bundle, in the order of their numbers")
    func bundled() throws {
        let all = try StorageMigrations.all()
        #expect(all.map(\.number) == Array(1...all.count))
        #expect(all.allSatisfy { $0.module == "storage" && $0.sql.contains("CREATE") })
    }
}
