import TestSupport
import Testing

@testable import Storage

@Suite("What was prepared by many at once")
struct PreparedCrowdTests {
    @Test("and is refused by the tables changes nothing, and takes nobody else with it")
    func refused() async throws {
        try await withSharedDatabase { database in
            try await database.write { try $0.add(person: 0, "管理员") }
            let outcomes = try await written(to: database) { tx, id in
                let name = "住户\(id)"
                try tx.send("INSERT INTO person (id, name) VALUES (\(id), \(name))")
                let seats = id.isMultiple(of: 7) ? 0 : id
                try tx.send("INSERT INTO licence (id, person_id, seats) VALUES (\(id), \(id), \(seats))")
            }
            for (id, outcome) in outcomes {
                #expect(outcome == (id.isMultiple(of: 7) ? .check("seats_positive") : nil))
            }
            let stored = try await database.read { try $0.count("SELECT count(*) FROM person") }
            #expect(stored == 1 + outcomes.count { $0.value == nil })
        }
    }

    @Test("and breaks the commit itself is told so, and takes nobody else with it")
    func brokenCommit() async throws {
        try await withSharedDatabase { database in
            let outcomes = try await written(to: database) { tx, id in
                let name = "住户\(id)"
                try tx.send("INSERT INTO person (id, name) VALUES (\(id), \(name))")
                let guarantor = id == 50 ? 999 : id
                try tx.send(
                    "INSERT INTO licence (id, person_id, guarantor_id) VALUES (\(id), \(id), \(guarantor))")
            }
            #expect(outcomes.filter { $0.value != nil } == [50: .foreignKey])
            #expect(try await database.read { try $0.count("SELECT count(*) FROM person") } == 99)
        }
    }

    @Test("by two hundred at once on one row is done by one at a time, and none is lost")
    func counter() async throws {
        try await withSharedDatabase { database in
            try await database.write { tx in
                try tx.add(person: 1, "陈静")
                try tx.execute("INSERT INTO licence (id, person_id, seats) VALUES (1, 1, 1)")
            }
            let won = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<200 { group.addTask { try await oneMore(in: database) } }
                return try await group.reduce(0, +)
            }
            #expect(try await database.read { try $0.count("SELECT seats FROM licence") } == 1 + won)
            #expect(won > 0)
        }
    }

    private func oneMore(in database: Database) async throws -> Int {
        let seats = try await database.read { try $0.count("SELECT seats FROM licence WHERE id = 1") }
        let prepared = try database.prepare { tx in
            try tx.require(
                "UPDATE licence SET seats = \(seats + 1) WHERE id = 1 AND seats = \(seats) RETURNING id"
            ) {}
        }.write
        return try await database.write(prepared) ? 1 : 0
    }

    /// Prepares a write for each id from 1 to 100 at once, and gives back what became of them.
    private func written(
        to database: Database, _ body: @escaping @Sendable (Transaction, Int64) throws -> Void
    ) async throws -> [Int64: StorageError?] {
        try await withThrowingTaskGroup(of: (Int64, StorageError?).self) { group in
            for id in Int64(1)...100 {
                group.addTask {
                    let prepared = try database.prepare { try body($0, id) }.write
                    do {
                        #expect(try await database.write(prepared))
                        return (id, nil)
                    } catch let error as StorageError { return (id, error) }
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
        }
    }
}
