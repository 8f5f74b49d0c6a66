import Storage
import Testing

@Suite("The database")
struct DatabaseTests {
    struct Refused: Error, Equatable {}

    @Test("undoes all that a closure did when it throws, and passes its error on")
    func refusalUndoes() async throws {
        let database = try await databaseOfLicences()
        await #expect(throws: Refused()) {
            try await database.write { transaction in
                try transaction.add(person: 1, "陈静")
                throw Refused()
            }
        }
        #expect(try await database.read { try $0.people() }.isEmpty)
    }

    @Test("undoes a closure that swallowed the error of a statement")
    func swallowedError() async throws {
        let database = try await databaseOfLicences()
        await #expect(throws: StorageError.unique("person.id")) {
            try await database.write { transaction in
                try transaction.add(person: 1, "陈静")
                try? transaction.add(person: 1, "李敏")
            }
        }
        #expect(try await database.read { try $0.people() }.isEmpty)
    }

    @Test("lets nobody write inside a read")
    func readOnly() async throws {
        let database = try await databaseOfLicences()
        await #expect(throws: StorageError.self) {
            try await database.read { try $0.add(person: 1, "陈静") }
        }
        #expect(try await database.read { try $0.people() }.isEmpty)
    }

    @Test("refuses to go on after it was closed")
    func closed() async throws {
        try await withDatabaseFile { database, _ in
            try database.close()
            await #expect(throws: (any Error).self) { try await database.read { try $0.people() } }
            await #expect(throws: (any Error).self) {
                try await database.write { try $0.add(person: 1, "陈静") }
            }
        }
    }

    @Test("writes so that an acknowledged write survives a crash of the machine")
    func durability() async throws {
        try await withDatabaseFile { database, _ in
            let settings = try await database.diagnosis()
            #expect(settings["synchronous"] == "2")  // FULL
            #expect(settings["journal_mode"] == "wal")
            #expect(settings["foreign_keys"] == "1")
            #expect(settings["busy_timeout"] == "5000")
        }
    }

    @Test("still has, when it is opened again, what was written before")
    func reopened() async throws {
        try await withDatabaseFile { database, path in
            try await database.write { try $0.add(person: 1, "陈静") }
            let again = try Database.sqlite(at: path)
            #expect(try await again.read { try $0.people() } == ["陈静"])
            try again.close()
        }
    }

    @Test("refuses a file that is not a database")
    func notADatabase() {
        #expect(throws: StorageError.self) { try Database.sqlite(at: "/proc/version") }
    }
}
