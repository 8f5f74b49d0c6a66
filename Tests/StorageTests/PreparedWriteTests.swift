import Foundation
import Refusals
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// Changes that are put together before their transaction begins.
@Suite("What was prepared")
struct PreparedWriteTests {
    private func prepare(
        in database: Database, _ body: (Transaction) throws -> Void
    ) throws -> PreparedWrite {
        try database.prepare(body).write
    }

    private func rename(_ id: Int64, from old: String, to new: String, in tx: Transaction) throws {
        try tx.require("UPDATE person SET name = \(new) WHERE id = \(id) AND name = \(old) RETURNING id") {
            Issue.record("nobody is asked while it is prepared")
        }
    }

    @Test("is done when it is written and not before, whole and in its order")
    func done() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let prepared = try prepare(in: database) { tx in
            try rename(1, from: "陈静", to: "李敏", in: tx)
            try tx.send("INSERT INTO licence (id, person_id, note) VALUES (7, 1, '正本')")
            try tx.send("UPDATE licence SET note = '副本' WHERE id = 7")
        }
        #expect(try await database.read { try $0.people() } == ["陈静"])
        #expect(try await database.write(prepared))
        let (people, note) = try await database.read { tx in
            (try tx.people(), try tx.row("SELECT note FROM licence WHERE id = 7")?.text("note"))
        }
        #expect(people == ["李敏"] && note == "副本")
    }

    @Test("is not done at all when the row it requires has changed, nor a second time")
    func outdated() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let prepared = try prepare(in: database) { tx in
            try rename(1, from: "陈静", to: "李敏", in: tx)
            try tx.send("INSERT INTO person (id, name) VALUES (2, '周婷')")
        }
        #expect(try await database.write(prepared))
        #expect(try await !database.write(prepared))
        #expect(try await database.read { try $0.people() } == ["李敏", "周婷"])
        // The connection is as good as it was.
        try await database.write { try $0.add(person: 3, "张伟") }
        #expect(try await database.read { try $0.people() } == ["李敏", "周婷", "张伟"])
    }

    @Test("is undone when the last row it requires is not there")
    func requiredLate() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let prepared = try prepare(in: database) { tx in
            try rename(1, from: "陈静", to: "李敏", in: tx)
            try tx.require("SELECT id FROM licence WHERE id = 7") {}
        }
        #expect(try await !database.write(prepared))
        #expect(try await database.read { try $0.people() } == ["陈静"])
    }

    @Test("asks nothing: whoever must ask is told so when it is prepared")
    func asking() async throws {
        let database = try await databaseOfLicences()
        for ask: (Transaction) throws -> Void in [
            { _ = try $0.people() }, { try $0.execute("DELETE FROM person") },
            { try $0.lock("person", id: 1) }, { try $0.exclude("seed") }, { try $0.takeTime() },
            { tx in
                try tx.send("DELETE FROM person")
                try? tx.lock("person", id: 1)
            },
        ] {
            #expect(throws: StorageError.unanswered) { try database.prepare(ask) }
        }
        let name = "a\0b"
        #expect(throws: StorageError.nulByte) {
            try database.prepare { try $0.send("INSERT INTO person (id, name) VALUES (1, \(name))") }
        }
    }

    @Test("is announced when it is durable")
    func announced() async throws {
        let database = try await databaseOfLicences()
        let topic = "prepared-\(UUID())"
        let (topics, heard) = AsyncStream.makeStream(of: String.self)
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        database.observe { topic in
            if let topic { heard.yield(topic) } else { started.yield() }
        }
        if database.dialect == .postgresql { _ = await starts.first { true } }
        let prepared = try prepare(in: database) { tx in
            try tx.send("INSERT INTO person (id, name) VALUES (1, '陈静')")
            try tx.announce(topic)
        }
        #expect(try await database.write(prepared))
        #expect(await topics.first { $0 == topic } == topic)
    }

    @Test("and is longer than the wire holds at once does not stand still")
    func long() async throws {
        let database = try await databaseOfLicences()
        let note = String(repeating: "长", count: 20_000)
        let prepared = try prepare(in: database) { tx in
            try tx.send("INSERT INTO person (id, name) VALUES (1, '陈静')")
            for id in Int64(1)...60 {
                try tx.send("INSERT INTO licence (id, person_id, note) VALUES (\(id), 1, \(note))")
            }
        }
        #expect(try await database.write(prepared))
        #expect(try await database.read { try $0.count("SELECT count(*) FROM licence") } == 60)
    }

    @Test("while the disk lets nothing be written is not done, and says so")
    func readOnly() async throws {
        try await withDatabaseFile { database, _ in
            let prepared = try prepare(in: database) { tx in
                try tx.send("INSERT INTO person (id, name) VALUES (1, '陈静')")
            }
            _ = try await database.write { try $0.rows("PRAGMA query_only = 1") }
            await #expect(throws: DatabaseUnavailable(.readOnly)) { try await database.write(prepared) }
            #expect(try await database.read { try $0.people() }.isEmpty)
        }
    }
}
