import Dispatch
import Storage
import TestSupport
import Testing

/// What only a server can do to us; skipped where there is none.
@Suite("PostgreSQL", .enabled(if: TestDatabase.postgresURL != nil))
struct PostgresTests {
    @Test("makes who wants the same row wait in turn, and nobody is sent away")
    func rowLock() async throws {
        let database = try await databaseOfLicences(connections: 16)
        try await database.write { tx in
            try tx.add(person: 1, "陈静")
            try tx.execute("INSERT INTO licence (id, person_id, seats) VALUES (1, 1, 1)")
        }
        try await withThrowingTaskGroup { group in
            for _ in 1...40 {
                group.addTask {
                    try await database.write { tx in
                        try tx.lock("licence", id: 1)
                        try tx.execute("UPDATE licence SET seats = seats + 1 WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT seats FROM licence") } == 41)
    }

    @Test("gives the connection of a write that must wait for a row to others meanwhile")
    func stepsAside() async throws {
        let database = try await databaseOfLicences(connections: 4)
        try await database.write { tx in
            try tx.add(person: 1, "陈静")
            try tx.execute("INSERT INTO licence (id, person_id, seats) VALUES (1, 1, 1)")
        }
        let (events, event) = AsyncStream.makeStream(of: Void.self)
        var happened = events.makeAsyncIterator()
        let othersAreDone = DispatchSemaphore(value: 0)
        async let holder = database.write { tx in
            try tx.lock("licence", id: 1)
            try tx.execute("UPDATE licence SET seats = seats + 1 WHERE id = 1")
            event.yield()
            // The server ends a transaction in which nothing happens for long.
            for _ in 1...300 {
                if othersAreDone.wait(timeout: .now() + 1) == .success { return true }
                _ = try tx.count("SELECT seats FROM licence")
            }
            return false
        }
        await happened.next()
        async let waiting: Void = withThrowingTaskGroup { group in
            for _ in 1...3 {
                group.addTask {
                    try await database.write { tx in
                        event.yield()
                        try tx.lock("licence", id: 1)
                        try tx.execute("UPDATE licence SET seats = seats + 1 WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        await happened.next()
        try await database.write { try $0.add(person: 2, "李敏") }
        othersAreDone.signal()
        #expect(try await holder)
        try await waiting
        #expect(try await database.read { try $0.count("SELECT seats FROM licence") } == 5)
    }

    @Test("lets two who lock each other's rows both finish: one is run again")
    func deadlock() async throws {
        let database = try await databaseOfLicences(connections: 8)
        try await database.write { tx in
            try tx.add(person: 1, "陈静")
            try tx.add(person: 2, "李敏")
        }
        try await withThrowingTaskGroup { group in
            for turn in 1...20 {
                group.addTask {
                    try await database.write { tx in
                        let order: [Int64] = turn.isMultiple(of: 2) ? [1, 2] : [2, 1]
                        for id in order { try tx.lock("person", id: id) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("whose connections were ended is asked again over new ones, and the change is made once")
    func reconnects() async throws {
        let database = try await databaseOfLicences(connections: 2)
        try await database.write { try $0.add(person: 1, "陈静") }
        let other = try await Database.postgres(try #require(TestDatabase.postgresURL), connections: 2)
        let pid = try await database.write { try $0.count("SELECT pg_backend_pid()") }
        _ = try await other.read { try $0.rows("SELECT pg_terminate_backend(CAST(\(pid) AS INT))") }
        try await database.write { try $0.add(person: 2, "李敏") }
        #expect(try await database.read { try $0.people() } == ["陈静", "李敏"])
    }

    @Test("that is not there is an outage, said so at once and every time")
    func unreachable() async throws {
        for _ in 1...2 {
            let error = await #expect(throws: DatabaseUnavailable.self) {
                try await Database.postgres("postgres://nobody@127.0.0.1:1/none", connections: 2)
            }
            #expect(error?.retryAfterSeconds == 10)
        }
    }

    @Test("changes a table under prepared statements, which are then prepared anew")
    func alteredTable() async throws {
        let database = try await databaseOfLicences(connections: 2)
        try await database.write { try $0.add(person: 1, "陈静") }
        for _ in 1...2 { _ = try await database.write { try $0.rows("SELECT * FROM person") } }
        _ = try await database.write { try $0.execute("ALTER TABLE person ADD COLUMN phone TEXT") }
        let rows = try await database.write { try $0.rows("SELECT * FROM person") }
        #expect(try rows.first?.optionalText("phone") == nil)
    }

    @Test("stops a statement that takes too long, and the connection goes on")
    func tooLong() async throws {
        let database = try await databaseOfLicences(connections: 2)
        await #expect(throws: DatabaseUnavailable(.timeout)) {
            try await database.write { tx in
                try tx.execute("SET LOCAL statement_timeout = 50")
                try tx.add(person: 1, "陈静")
                _ = try tx.rows("SELECT pg_sleep(60)::text")
            }
        }
        try await database.write { try $0.add(person: 2, "李敏") }
        #expect(try await database.read { try $0.people() } == ["李敏"])
    }

    @Test("is set up so that an acknowledged write is on the disk")
    func settings() async throws {
        let settings = try await databaseOfLicences().diagnosis()
        #expect(settings["synchronous_commit"] == "on")
        #expect(settings["full_page_writes"] == "on")
        #expect(settings["statement_timeout"] == "15s")
        #expect(settings["lock_timeout"] == "5s")
    }

    @Test("takes no address that cannot be read, and no schema that is no name")
    func addresses() async {
        await #expect(throws: (any Error).self) {
            try await Database.postgres("postgres://[", connections: 2)
        }
        await #expect(throws: StorageError.self) {
            try await Database.postgres("postgres://localhost", schema: "a; DROP", connections: 2)
        }
    }
}
