import Journal
import Refusals
import Storage
import TestSupport
import Testing
import TransparencyLog
import WorkingTime

@Suite("The tables of the tree")
struct TreeTableTests {
    @Test(
        "refuse to be made smaller, or other",
        arguments: [
            "UPDATE journal_tile SET hashes = substr(hashes, 65) WHERE level = 0",
            "UPDATE journal_tile SET tile_index = 7 WHERE level = 0",
            "UPDATE journal_tile SET level = 1 WHERE level = 0",
            "DELETE FROM journal_tile WHERE level = 0",
            "UPDATE journal_checkpoint SET root = root WHERE size > 0",
            "UPDATE journal_checkpoint SET note = '' WHERE size > 0",
            "DELETE FROM journal_checkpoint WHERE size > 0",
            """
            INSERT INTO journal_checkpoint (size, root, note, signed_at)
            SELECT size - 1, root, note, signed_at FROM journal_checkpoint WHERE size > 0
            """,
            "UPDATE journal_cosignature SET line = '' WHERE size > 0",
            "DELETE FROM journal_cosignature WHERE size > 0",
        ] as [SQL])
    func refuse(statement: SQL) async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        _ = try await journal.database.write { tx in
            try tx.execute(
                "INSERT INTO journal_cosignature (size, witness, line, signed_at) VALUES (3, 'w', 'l', 0)")
        }
        let failure = await #expect(throws: StorageError.self) {
            try await journal.database.write { try $0.execute(statement) }
        }
        guard case .refused = failure else {
            return #expect(failure == nil, "\(String(describing: failure))")
        }
        #expect(try await journal.audit.run().head.size == 3)
    }

    @Test("refuse to be emptied", .enabled(if: TestDatabase.dialect == .postgresql))
    func truncation() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        for statement in [
            "TRUNCATE journal_tile", "TRUNCATE journal_cosignature", "TRUNCATE journal_checkpoint CASCADE",
        ] as [SQL] {
            await #expect(throws: StorageError.self) {
                try await journal.database.write { try $0.execute(statement) }
            }
        }
    }
}
