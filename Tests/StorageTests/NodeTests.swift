import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("The nodes of an installation")
struct NodeTests {
    private let now = Instant(milliseconds: 1_795_000_000_000)

    @Test("make their ids under numbers of their own")
    func numbers() async throws {
        let database = try await tables()
        let first = try await NodeLease.take(in: database, name: "a", at: now)
        let second = try await NodeLease.take(in: database, name: "b", at: now)
        #expect(second.liveCount == 2)
        #expect(try await holders(of: database) == ["a", "b"])
        try await first.renew(at: now.adding(seconds: 20))
        #expect(first.liveCount == 2)
    }

    @Test("get the number of one that has long been silent, and that one gets another when it comes back")
    func takenOver() async throws {
        let database = try await tables()
        let silent = try await NodeLease.take(in: database, name: "silent", at: now)
        let later = now.adding(seconds: 3_600)
        _ = try await NodeLease.take(in: database, name: "next", at: later)
        #expect(try await holders(of: database) == ["next"])
        try await silent.renew(at: later)
        #expect(try await holders(of: database) == ["next", "silent"])
    }

    @Test("never get a number whose ids lie ahead, when the clock was set back")
    func clockBack() async throws {
        let database = try await tables()
        _ = try await NodeLease.take(in: database, name: "before", at: now)
        _ = try await NodeLease.take(in: database, name: "after", at: now.adding(seconds: -86_400))
        #expect(try await holders(of: database) == ["before", "after"])
    }

    @Test("give their number back when they end")
    func ended() async throws {
        let database = try await tables()
        let node = try await NodeLease.take(in: database, name: "a", at: .now)
        try await node.end()
        let living = try await database.read { tx in
            try tx.count("SELECT count(*) FROM node WHERE leased_until > \(Instant.now.adding(seconds: 5))")
        }
        #expect(living == 0)
    }

    @Test("share secrets: the first makes them, the others find them")
    func secrets() async throws {
        let database = try await tables()
        let first = try await database.secret(named: "form") { [1, 2, 3] }
        let second = try await database.secret(named: "form") { [4, 5, 6] }
        #expect(first == [1, 2, 3] && second == first)
    }

    private func tables() async throws -> Database {
        let database = try await TestDatabase.plain()
        try await database.migrate(StorageMigrations.all())
        return database
    }

    private func holders(of database: Database) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT name FROM node ORDER BY id").map { try $0.text("name") }
        }
    }
}
