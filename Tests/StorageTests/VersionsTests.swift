import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

/// Two nodes of one installation on one database, as during a rolling upgrade.
@Suite("An older program beside a newer one", .enabled(if: TestDatabase.postgresURL != nil))
struct VersionsTests {
    @Test("serves on without one refusal while the newer one changes tables under its statements")
    func beside() async throws {
        let schema = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        let (older, newer) = (try await node(of: schema), try await node(of: schema))
        try await older.migrate([licences])
        let isDone = Mutex(false)
        async let served = serve(older) { isDone.withLock { $0 } }
        for version in 2...8 {
            try await newer.migrate([licences] + (2...version).map(expansion))
            try await newer.write { try $0.add(person: Int64(version), "新版\(version)") }
        }
        isDone.withLock { $0 = true }
        let count = try await served
        #expect(count > 0)
        #expect(try await older.read { try $0.count("SELECT count(*) FROM person") } == count + 7)
    }

    /// Four people who add and read until it is over; how many rows they added.
    private func serve(
        _ database: Database, until isOver: @escaping @Sendable () -> Bool
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for person in 1...4 {
                group.addTask {
                    var added = 0
                    repeat {
                        added += 1
                        let id = Int64(person * 1_000_000 + added)
                        try await database.write { try $0.add(person: id, "住户\(id)") }
                        _ = try await database.read { try $0.rows("SELECT * FROM person WHERE id = \(id)") }
                    } while !isOver()
                    return added
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// What a version may do to tables that the one before it uses (docs/deployment.md).
    private func expansion(_ version: Int) -> Migration {
        Migration(
            module: "licences", number: version, name: "version",
            sql: """
                ALTER TABLE person ADD COLUMN note_\(version) TEXT;
                CREATE INDEX person_note_\(version) ON person (note_\(version));
                CREATE TABLE visit_\(version) (id BIGINT PRIMARY KEY, person_id BIGINT REFERENCES person (id));
                """)
    }

    private func node(of schema: String) async throws -> Database {
        try await Database.postgres(
            try #require(TestDatabase.postgresURL), schema: schema, connections: 8)
    }
}
