import Cryptography
import Government
import Jobs
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Operations

@Suite("Personal columns are brought to the keys of today")
struct ResealingTests {
    private static func phones(_ database: Database) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT phone FROM person ORDER BY id LIMIT 100").map { try $0.text("phone") }
        }
    }

    private static func runner(_ office: Office) -> QueueRunner {
        QueueRunner(
            database: office.database, handlers: office.operations.jobHandlers, clock: { office.now }
        ) { job, error in Issue.record("\(job.kind): \(error)") }
    }

    private static func jobs(_ office: Office) async throws -> [QueuedJob] {
        let kind = office.operations.resealing.kind
        return try await office.database.read { try JobQueue.jobs(of: kind, in: $0).items }
    }

    @Test("nothing is asked for in an empty database")
    func empty() async throws {
        let office = try await Office()
        try await office.operations.resealing.ask(in: office.database, at: office.now)
        #expect(try await Self.jobs(office).isEmpty)
    }

    @Test("what was asked for is not asked for again while the keys are the same")
    func once() async throws {
        let office = try await Office()
        try await Government.seed(into: office.database)
        for _ in 1...3 { try await office.operations.resealing.ask(in: office.database, at: office.now) }
        #expect(try await Self.jobs(office).count == 1)
    }

    @Test("a column that was not sealed when it was last asked is sealed with the next start")
    func newColumn() async throws {
        let office = try await Office()
        try await Government.seed(into: office.database)
        try await office.operations.resealing.ask(in: office.database, at: office.now)
        await Self.runner(office).workOff()
        let before = try Self.oldPayload(of: office.database.sealer.target)
        try await office.database.write {
            _ = try $0.execute("UPDATE queued_job SET payload = \(before) WHERE id > 0")
        }
        for _ in 1...2 {
            try await office.operations.resealing.ask(in: office.database, at: office.now.adding(seconds: 1))
        }
        #expect(try await Self.jobs(office).count == 2)
    }

    /// As it was written before columns were told.
    private static func oldPayload(of target: Sealer.Target) throws -> String { try encodeJSON(target) }

    @Test("rows in the other suite are sealed anew in the background, and the progress counts them")
    func anew() async throws {
        let office = try await Office()
        try await Government.seed(into: office.database)
        let other = try TestDatabase.sealer(.international).target
        try await office.database.write { tx in
            for table in Government.sealedTables {
                _ = try table.reseal(to: other, after: 0, limit: 500, in: tx)
            }
        }
        #expect(try await Self.phones(office.database).allSatisfy { $0.hasPrefix("mb1:international:1:") })
        let people = try await Government.people(in: office.database)
        try await office.operations.resealing.ask(in: office.database, at: office.now)
        await Self.runner(office).workOff()
        #expect(try await Self.phones(office.database).allSatisfy { $0.hasPrefix("mb1:sm:1:") })
        #expect(try await Government.people(in: office.database) == people)
        let job = try #require(try await Self.jobs(office).first)
        #expect(job.state == .done)
        #expect(job.progress.done == 20)
    }

    @Test(
        "a value that somebody has exchanged keeps no other from being sealed, and the page says what happened"
    )
    func exchanged() async throws {
        let office = try await Office()
        try await Government.seed(into: office.database)
        let other = try TestDatabase.sealer(.international).target
        try await office.database.write { tx in
            for table in Government.sealedTables {
                _ = try table.reseal(to: other, after: 0, limit: 500, in: tx)
            }
            let rows = try tx.rows("SELECT id, phone FROM person ORDER BY id LIMIT 2")
            try tx.execute(
                "UPDATE person SET phone = \(rows[0].text("phone")) WHERE id = \(rows[1].id("id"))")
        }
        try await office.operations.resealing.ask(in: office.database, at: office.now)
        let runner = QueueRunner(
            database: office.database, handlers: office.operations.jobHandlers, clock: { office.now }
        ) { _, error in #expect(error is UnopenedRows) }
        await runner.workOff()
        let job = try #require(try await Self.jobs(office).first)
        #expect(job.state == .setAside)
        #expect(job.lastError?.hasPrefix("有 {} 行的个人信息解不开") == true)
        #expect(job.progress.done == 20)
        let left = try await Self.phones(office.database).filter { !$0.hasPrefix("mb1:sm:1:") }
        #expect(left.count == 1)
    }
}

extension Government {
    fileprivate static func people(in database: Database) async throws -> [Person?] {
        try await database.read { tx in
            try tx.rows("SELECT id FROM person ORDER BY id LIMIT 100").map {
                try Directory.person($0.id("id"), in: tx)
            }
        }
    }
}
