import Testing

@testable import Storage

/// One statement that would go on for ever, on a database whose closures have a moment.
@Suite("A statement of SQLite that takes too long")
struct StatementLimitTests {
    private static let endless: SQL = """
        WITH RECURSIVE number (value) AS (SELECT 10 UNION ALL SELECT value + 1 FROM number)
        SELECT count(*) FROM number
        """
    private static let endlessChange: SQL = """
        WITH RECURSIVE number (value) AS (SELECT 10 UNION ALL SELECT value + 1 FROM number)
        INSERT INTO person (id, name) SELECT value, 'resident ' || value FROM number
        """

    @Test("is stopped when it reads, and the connection goes on")
    func reading() async throws {
        let database = try await impatient()
        await #expect(throws: DatabaseUnavailable(.timeout)) {
            try await database.read { try $0.rows(Self.endless) }
        }
        try await database.write { try $0.add(person: 1, "陈静") }
        #expect(try await database.read { try $0.people() } == ["陈静"])
    }

    @Test("is stopped when it reads inside a change, and nothing of the change stays")
    func readingInChange() async throws {
        let database = try await impatient()
        await #expect(throws: DatabaseUnavailable(.timeout)) {
            try await database.write { tx in
                try tx.add(person: 1, "陈静")
                _ = try tx.rows(Self.endless)
            }
        }
        #expect(try await database.read { try $0.people() }.isEmpty)
    }

    @Test("is stopped when it changes rows, once, and whoever shared its group is not harmed")
    func changing() async throws {
        let database = try await impatient()
        let outcomes = await withTaskGroup(of: (id: Int64, error: DatabaseUnavailable?).self) { group in
            for id in Int64(1)...9 {
                group.addTask {
                    do {
                        try await database.write { tx in
                            try tx.add(person: id, "住户\(id)")
                            if id == 5 { try tx.execute(Self.endlessChange) }
                        }
                        return (id, nil)
                    } catch { return (id, error as? DatabaseUnavailable ?? DatabaseUnavailable(.busy)) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0.error != nil }.map(\.id) == [5])
        #expect(outcomes.allSatisfy { $0.error == nil || $0.error == DatabaseUnavailable(.timeout) })
        let kept = try await database.read { try $0.people() }
        #expect(kept == [1, 2, 3, 4, 6, 7, 8, 9].map { "住户\($0)" })
    }

    @Test("is not stopped in a migration or a move, which take the time they need")
    func maintenance() async throws {
        let database = try Database.inMemory(closureLimit: .zero)
        try await database.migrate([licences])
        let count = try await database.write { tx in
            try tx.takeTime()
            return try tx.count(
                """
                WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number LIMIT 200000)
                SELECT count(*) FROM number
                """)
        }
        #expect(count == 200_000)
    }

    private func impatient() async throws -> Database {
        let database = try Database.inMemory(closureLimit: .milliseconds(700))
        try await database.migrate([licences])
        return database
    }
}
