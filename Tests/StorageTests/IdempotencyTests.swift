import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("A request sent twice")
struct IdempotencyTests {
    private let now = Instant(milliseconds: 1_795_000_000_000)
    private let request = Idempotency.Request(
        accountID: 1, key: "k-1", operation: "POST /cases", digest: "aa")

    @Test(
        "is refused when its key stood for something else",
        arguments: [("POST /cases", "bb"), ("POST /messages", "aa")])
    func conflict(operation: String, digest: String) async throws {
        let database = try await answered()
        let other = Idempotency.Request(accountID: 1, key: "k-1", operation: operation, digest: digest)
        await #expect(throws: DomainError.conflict("这个幂等键已用于另一项请求，请换一个新的键再提交。")) {
            try await database.read { try Idempotency.replay(other, in: $0) }
        }
    }

    @Test("cannot be answered twice")
    func secondAnswer() async throws {
        let database = try await answered()
        await #expect(throws: DatabaseUnavailable(.serialization)) { try await record(in: database) }
    }

    @Test("gets the first answer again")
    func replayed() async throws {
        let database = try await answered()
        let answer = try await database.read { [request] in try Idempotency.replay(request, in: $0) }
        #expect(answer == Idempotency.Answer(status: 201, response: #"{"number":"441202202611210001230"}"#))
    }

    @Test("is new when another person uses the same key, and after it was forgotten")
    func new() async throws {
        let database = try await answered()
        let other = Idempotency.Request(accountID: 2, key: "k-1", operation: "POST /cases", digest: "aa")
        let others = try await database.read { try Idempotency.replay(other, in: $0) }
        #expect(others == nil)
        let forgotten = try await database.write { [now] in
            try Idempotency.forget(before: now.adding(seconds: 1), in: $0)
        }
        #expect(forgotten == 1)
        let answer = try await database.read { [request] in try Idempotency.replay(request, in: $0) }
        #expect(answer == nil)
    }

    private func answered() async throws -> Database {
        let database = try await TestDatabase.plain()
        try await database.migrate(StorageMigrations.all())
        try await record(in: database)
        return database
    }

    private func record(in database: Database) async throws {
        try await database.write { [request, now] transaction in
            let answer = Idempotency.Answer(status: 201, response: #"{"number":"441202202611210001230"}"#)
            try Idempotency.record(answer, to: request, at: now, in: transaction)
        }
    }
}
