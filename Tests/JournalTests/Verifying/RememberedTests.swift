import Refusals
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal
@testable import Storage

@Suite("A journal that was made anew as a whole")
struct RememberedTests {
    @Test("is found out by its checkpoints: entries, tiles and rows were forged without the key")
    func forgedWhole() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let forger = try await SequencedJournal.make(entries: 3)
        let note = try #require(await forger.newest()).note.description
        try await journal.tamper { tx in
            try tx.execute("UPDATE journal_checkpoint SET note = \(note) WHERE size = 3")
        }
        await #expect(throws: JournalAudit.Misfit.checkpoint(3, .unsigned)) {
            try await journal.audit.run()
        }
    }

    @Test(
        "is found out by its checkpoints: one was written over with something else",
        arguments: ["", "x\n\n— a b\n"])
    func noNote(_ text: String) async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.tamper { tx in
            try tx.execute("UPDATE journal_checkpoint SET note = \(text) WHERE size = 3")
        }
        await #expect(throws: JournalAudit.Misfit.checkpoint(3, .malformedNote)) {
            try await journal.audit.run()
        }
        await #expect(throws: SequencingFault.checkpoint(3, .malformedNote)) { try await journal.append(1) }
    }

    @Test("is found out by its checkpoints: an entry was changed with its hash and its tile")
    func changedDeeply() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.tamper { tx in
            let row = try tx.row("SELECT * FROM journal_entry WHERE leaf_index = 1")
            let id = try #require(row).id("id")
            let forged = try StoredEntry(id: id, entry: acceptance(of: "another"))
            try tx.execute(
                """
                UPDATE journal_entry SET subject = 'another', salt = \(forged.salt),
                    leaf_hash = \(forged.leafHash) WHERE id = \(id)
                """)
            try tx.execute(
                """
                UPDATE journal_tile
                SET hashes = substr(hashes, 1, 64) || \(forged.leafHash) || substr(hashes, 129)
                WHERE level = 0 AND tile_index = 0
                """)
        }
        await #expect(throws: JournalAudit.Misfit.head(3)) { try await journal.audit.run() }
    }

    @Test(
        "is found out by a checkpoint that somebody kept: the end was cut off with everything that was signed"
    )
    func truncated() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.append(2)
        let kept = try #require(await journal.newest()).note
        try await journal.tamper { tx in
            try tx.execute("DELETE FROM journal_entry WHERE leaf_index >= 3")
            try tx.execute("DELETE FROM journal_checkpoint WHERE size > 3")
            try tx.execute("UPDATE journal_tile SET hashes = substr(hashes, 1, 192) WHERE level = 0")
        }
        #expect(try await journal.audit.run().head.size == 3)
        await #expect(throws: JournalAudit.Misfit.end(3, signed: 5)) {
            try await journal.audit.run(remembered: [kept])
        }
    }

    @Test("is found out by a checkpoint that somebody kept: the owner of the key signed another history")
    func forked() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let kept = try Checkpoint(
            origin: journal.keys.origin, head: TreeHead(size: 2, root: .emptyTree)
        ).signed(by: journal.keys.signers)
        await #expect(throws: JournalAudit.Misfit.head(2)) {
            try await journal.audit.run(remembered: [kept])
        }
    }

    @Test("is not judged by a checkpoint of another log")
    func foreign() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let other = try await SequencedJournal.make(entries: 3)
        let note = try #require(await other.newest()).note
        await #expect(throws: LogFault.unsigned) { try await journal.audit.run(remembered: [note]) }
    }

    @Test("and one that was not holds against every checkpoint of the past")
    func whole() async throws {
        let journal = try await SequencedJournal.make(entries: 255)
        var kept: [SignedNote] = []
        for _ in 0..<3 {
            try await journal.append(1)
            kept.append(try #require(await journal.newest()).note)
        }
        try await journal.database.write { _ = try Journal.append(acceptance(), in: $0) }
        let account = try await journal.audit.run(remembered: kept)
        let head = try await journal.head()
        #expect(account.head == head)
        #expect(account.checkpointCount == 4 && account.waitingCount == 1 && account.erasedCount == 0)
    }
}
