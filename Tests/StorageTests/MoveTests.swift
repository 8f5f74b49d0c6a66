import Foundation
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("A move")
struct MoveTests {
    @Test("to a database that is not empty is refused")
    func notEmpty() async throws {
        try await withTwo { source, target in
            try await target.write { try $0.add(person: 9, "王强") }
            await #expect(throws: MoveError.notEmpty("person")) {
                try await Move(from: source, to: target).run { _, _ in }
            }
        }
    }

    @Test("of an installation that is in use is refused")
    func inUse() async throws {
        try await withTwo { source, target in
            // A lease of a minute is over before the move looks for it when everything else runs at the same time.
            _ = try await NodeLease.take(in: source, name: "a", at: .now.adding(seconds: 3_600))
            await #expect(throws: MoveError.inUse) {
                try await Move(from: source, to: target).run { _, _ in }
            }
        }
    }

    @Test("carries every row, in pages, and both sides have the same fingerprint")
    func everyRow() async throws {
        try await withTwo { source, target in
            try await source.write { tx in
                for id in Int64(1)...2_500 { try tx.add(person: id, "住户\(id)") }
                try tx.execute("INSERT INTO licence (id, person_id, note) VALUES (1, 2500, '“引号”与 NULL')")
            }
            let digests = try await Move(from: source, to: target).run { _, _ in }
            #expect(digests.first { $0.table == "person" }?.rowCount == 2_500)
            let (here, there) = (try await people(in: source), try await people(in: target))
            #expect(here == there && there.count == 2_500)
            // What came over is found again as it was.
            let back = try await target.read { try $0.row("SELECT note, seats FROM licence WHERE id = 1") }
            #expect(try back?.text("note") == "“引号”与 NULL")
            #expect(try back?.optionalInt("seats") == nil)
        }
    }

    private func people(in database: Database) async throws -> [String] {
        try await database.read { try $0.people() }
    }

    /// A file, and beside it another one or PostgreSQL.
    private func withTwo(_ body: (Database, Database) async throws -> Void) async throws {
        try await withDatabaseFile { source, _ in
            let target = try await TestDatabase.plain()
            for database in [source, target] {
                try await database.migrate(StorageMigrations.all())
                try await database.migrate([licences])
            }
            try await body(source, target)
        }
    }
}
