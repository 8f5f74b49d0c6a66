import Refusals
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal
@testable import Storage

@Suite("A journal that was tampered with by whoever owns the database")
struct AuditTests {
    /// Two full tiles and a part of a third.
    private static let entries = 600

    @Test("is found out: one entry was changed")
    func changed() async throws {
        try await expect(.content(300)) { tx in
            try tx.execute("UPDATE journal_entry SET actor_name = '王强' WHERE leaf_index = 300")
        }
    }

    @Test("is found out: one entry and its hash were changed")
    func changedWithHash() async throws {
        try await expect(.leaf(300)) { tx in
            let row = try tx.row("SELECT * FROM journal_entry WHERE leaf_index = 300")
            let id = try #require(row).id("id")
            let forged = try StoredEntry(id: id, entry: acceptance(of: "another"))
            try tx.execute(
                """
                UPDATE journal_entry SET subject = 'another', salt = \(forged.salt),
                    leaf_hash = \(forged.leafHash) WHERE id = \(id)
                """)
        }
    }

    @Test("is found out: the last entry was dropped, and one in the middle", arguments: [0, 255, 256, 599])
    func dropped(_ place: Int) async throws {
        try await expect(.leaf(UInt64(place))) { tx in
            try tx.execute("DELETE FROM journal_entry WHERE leaf_index = \(place)")
        }
    }

    @Test("is found out: one entry was dropped, and the others moved up", arguments: [0, 300, 598])
    func droppedAndClosed(_ place: Int) async throws {
        try await expect(.leaf(UInt64(place))) { tx in
            try tx.execute("DELETE FROM journal_entry WHERE leaf_index = \(place)")
            for statement in SQL.shift(from: place, by: -1) { try tx.execute(statement) }
        }
    }

    @Test("is found out: one entry was inserted, and the others moved on", arguments: [0, 300, 599])
    func inserted(_ place: Int) async throws {
        try await expect(.leaf(UInt64(place))) { tx in
            for statement in SQL.shift(from: place, by: 1) { try tx.execute(statement) }
            let forged = try Journal.append(acceptance(of: "forged"), in: tx)
            try tx.execute("UPDATE journal_entry SET leaf_index = \(place) WHERE id = \(forged.id)")
        }
    }

    @Test("is found out: one entry was inserted behind the end", arguments: [600, 5_000])
    func insertedBehind(_ place: Int) async throws {
        let misfit: JournalAudit.Misfit = place == 600 ? .leaf(600) : .beyond(5_000)
        try await expect(misfit) { tx in
            let forged = try Journal.append(acceptance(of: "forged"), in: tx)
            try tx.execute("UPDATE journal_entry SET leaf_index = \(place) WHERE id = \(forged.id)")
        }
    }

    @Test("is found out: two entries changed places")
    func reordered() async throws {
        try await expect(.leaf(10)) { tx in
            try tx.execute("UPDATE journal_entry SET leaf_index = 9999 WHERE leaf_index = 10")
            try tx.execute("UPDATE journal_entry SET leaf_index = 10 WHERE leaf_index = 500")
            try tx.execute("UPDATE journal_entry SET leaf_index = 500 WHERE leaf_index = 9999")
        }
    }

    @Test("is found out: a tile above the leaves was changed")
    func changedTile() async throws {
        try await expect(.tile(level: 1, index: 0)) { tx in
            try tx.execute(
                "UPDATE journal_tile SET hashes = \(String(repeating: "a", count: 128)) WHERE level = 1")
        }
    }

    @Test("is found out: the end was cut off, and the checkpoints left")
    func cutOff() async throws {
        try await expect(.end(512, signed: 600)) { tx in
            try tx.execute("DELETE FROM journal_entry WHERE leaf_index >= 512")
            try tx.execute("DELETE FROM journal_tile WHERE level = 0 AND tile_index = 2")
        }
    }

    private func expect(
        _ misfit: JournalAudit.Misfit, after harm: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        let journal = try await SequencedJournal.make(entries: Self.entries, checking: false)
        #expect(try await journal.audit.run().head.size == UInt64(Self.entries))
        try await journal.tamper(harm)
        await #expect(throws: misfit) { try await journal.audit.run() }
    }
}
