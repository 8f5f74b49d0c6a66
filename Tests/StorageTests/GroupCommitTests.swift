import Testing

@testable import Storage

@Suite("Writes at the same time")
struct GroupCommitTests {
    struct Refused: Error {}

    @Test("fail alone: what the others in the group wrote stays")
    func savepoints() async throws {
        try await withSharedDatabase { database in
            let kept = await written(to: database) { transaction, id in
                try transaction.add(person: id, "住户\(id)")
                if id.isMultiple(of: 3) { throw Refused() }
            }
            #expect(kept.count == 134)
            #expect(kept.allSatisfy { !$0.isMultiple(of: 3) })
            let stored = try await ids(in: database)
            #expect(stored == kept.sorted())
        }
    }

    @Test("that break the commit itself are told so, and do not take the others with them")
    func lostCommit() async throws {
        try await withSharedDatabase { database in
            let kept = await written(to: database) { transaction, id in
                try transaction.add(person: id, "住户\(id)")
                let guarantor = id == 100 ? 999 : id
                try transaction.execute(
                    "INSERT INTO licence (id, person_id, guarantor_id) VALUES (\(id), \(id), \(guarantor))")
            }
            #expect(kept.count == 199)
            #expect(!kept.contains(100))
            let stored = try await ids(in: database)
            #expect(stored == kept.sorted())
        }
    }

    @Test("that take too long are stopped before their next statement: the one writer works for everybody")
    func tooLong() async throws {
        let database = try Database.inMemory(closureLimit: .zero)
        await #expect(throws: DatabaseUnavailable(.timeout)) {
            try await database.write { try $0.add(person: 1, "陈静") }
        }
        // Migrations take the time they need.
        try await database.migrate([licences])
        let people = try await database.read { tx in
            try tx.takeTime()
            return try tx.people()
        }
        #expect(people.isEmpty)
    }

    @Test("see each other's work in turn: two hundred add one and none is lost")
    func counter() async throws {
        let database = try await databaseOfLicences()
        try await database.write { transaction in
            try transaction.add(person: 1, "陈静")
            try transaction.execute("INSERT INTO licence (id, person_id, seats) VALUES (1, 1, 1)")
        }
        let kept = await written(to: database) { transaction, _ in
            try transaction.lock("licence", id: 1)
            let seats = try transaction.count("SELECT seats FROM licence WHERE id = 1")
            try transaction.execute("UPDATE licence SET seats = \(seats + 1) WHERE id = 1")
        }
        #expect(kept.count == 200)
        #expect(try await database.read { try $0.count("SELECT seats FROM licence") } == 201)
    }

    /// Writes with the ids 1 to 200 at once and gives back those that were acknowledged.
    private func written(
        to database: Database, _ body: @escaping @Sendable (Transaction, Int64) throws -> Void
    ) async -> [Int64] {
        await withTaskGroup(of: Int64?.self) { group in
            for id in Int64(1)...200 {
                group.addTask {
                    do { try await database.write { try body($0, id) } } catch { return nil }
                    return id
                }
            }
            return await group.reduce(into: []) { kept, id in if let id { kept.append(id) } }
        }
    }

    private func ids(in database: Database) async throws -> [Int64] {
        try await database.read { try $0.rows("SELECT id FROM person ORDER BY id").map { try $0.id("id") } }
    }
}
