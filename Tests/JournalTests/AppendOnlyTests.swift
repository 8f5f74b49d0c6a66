import Journal
import Storage
import TestSupport
import Testing

@Suite("The journal's table")
struct AppendOnlyTests {
    @Test(
        "refuses to change the past",
        arguments: [
            "UPDATE journal_entry SET actor_name = '王强'", "UPDATE journal_entry SET at = at",
            "UPDATE journal_entry SET leaf_index = 1, leaf_hash = leaf_hash",
            "UPDATE journal_entry SET salt = salt", "UPDATE journal_entry SET is_public = 0",
            "DELETE FROM journal_entry", "DELETE FROM journal_entry WHERE id > 0",
            TestDatabase.dialect == .sqlite
                ? "REPLACE INTO journal_entry SELECT * FROM journal_entry" : "TRUNCATE journal_entry",
        ] as [SQL])
    func unchangeable(statement: SQL) async throws {
        let database = try await databaseOfEntries()
        let stored = try await database.write { try Journal.append(acceptance(), in: $0) }
        let failure = await #expect(throws: StorageError.self) {
            try await database.write { try $0.execute(statement) }
        }
        guard case .refused = failure else { return #expect(failure == nil) }
        #expect(try await database.read { try all($0) } == [stored])
    }

    @Test("gives an entry its place in the tree once")
    func onePlace() async throws {
        let database = try await databaseOfEntries()
        try await database.write { transaction in
            try Journal.append(acceptance(), in: transaction)
            try transaction.execute("UPDATE journal_entry SET leaf_index = 0 WHERE leaf_index IS NULL")
        }
        await #expect(throws: StorageError.refused("journal entries keep their place")) {
            try await database.write { try $0.execute("UPDATE journal_entry SET leaf_index = 1") }
        }
        #expect(try await database.read { try all($0) }.map(\.leafIndex) == [0])
    }

    @Test("keeps no entry about a change that did not happen")
    func sameTransaction() async throws {
        struct Refused: Error {}
        let database = try await databaseOfEntries()
        await #expect(throws: Refused.self) {
            try await database.write { transaction in
                try Journal.append(acceptance(), in: transaction)
                throw Refused()
            }
        }
        #expect(try await database.read { try all($0) }.isEmpty)
    }
}

private func all(_ transaction: Transaction) throws -> [StoredEntry] {
    try Journal.entries(subject: acceptance().subject, onlyPublic: false, limit: 100, in: transaction)
}
