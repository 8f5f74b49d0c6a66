import Foundation
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal

@Suite("A tree that was touched")
struct TouchedTreeTests {
    @Test("is not signed again: the tile of its edge was changed")
    func changedTile() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.tamper { tx in
            try tx.execute(
                "UPDATE journal_tile SET hashes = \(String(repeating: "a", count: 192)) WHERE level = 0 AND tile_index = 0"
            )
        }
        await expect(.touched(3), whenAppendingTo: journal)
    }

    @Test("is not signed again: tiles and checkpoint were forged together, without the key")
    func forgedCheckpoint() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let (forger, stored) = (try logKeys(), try await journal.newest())
        let checkpoint = try Checkpoint(#require(stored).note.text)
        let forged = try checkpoint.signed(by: forger.signers).description
        try await journal.tamper { tx in
            try tx.execute("UPDATE journal_checkpoint SET note = \(forged) WHERE size = 3")
        }
        await expect(.checkpoint(3, .unsigned), whenAppendingTo: journal)
    }

    @Test("is not signed again by a node that has signed more of it")
    func shrunk() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.append(2)
        try await journal.tamper { tx in
            try tx.execute("DELETE FROM journal_checkpoint WHERE size = 5")
            try tx.execute("UPDATE journal_entry SET leaf_index = NULL WHERE leaf_index >= 3")
        }
        await expect(.shrunk(to: 3, from: 5), whenAppendingTo: journal)
    }

    @Test("is known again after a restart, by the checkpoint that was kept outside the database")
    func remembered() async throws {
        try await withFolder { folder in
            let memory = CheckpointMemory(folder.appending(path: "journal.checkpoint").path)
            let journal = try await SequencedJournal.make(entries: 5, memory: memory)
            let head = try await journal.head()
            #expect(try memory.checkpoint(trusting: journal.keys)?.head == head)
            let another = try await SequencedJournal.make(entries: 4)
            func restarted(on database: Database) -> JournalSequencer {
                JournalSequencer(database: database, keys: journal.keys, memory: memory, pause: { _ in })
            }
            await #expect(throws: SequencingFault.shrunk(to: 4, from: 5)) {
                try await restarted(on: another.database).run(at: filedAt)
            }
            try await another.append(1)
            await #expect(throws: SequencingFault.forked(5)) {
                try await restarted(on: another.database).run(at: filedAt)
            }
            #expect(try await restarted(on: journal.database).run(at: filedAt) == 0)
        }
    }

    @Test("is looked at again after a minute, and not every second")
    func resting() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        try await journal.tamper { tx in
            try tx.execute(
                "UPDATE journal_tile SET hashes = \(String(repeating: "a", count: 192)) WHERE level = 0 AND tile_index = 0"
            )
        }
        await expect(.touched(3), whenAppendingTo: journal)
        #expect(try await journal.sequencer.run(at: filedAt.adding(seconds: 59)) == 0)
        await #expect(throws: SequencingFault.touched(3)) {
            try await journal.sequencer.run(at: filedAt.adding(seconds: 60))
        }
    }

    @Test("goes on under another name and key, when the old key is still believed")
    func newOrigin() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let fresh = try Ed25519Signer(name: "minben.example/journal-2")
        let text = ([fresh.secret] + journal.keys.verifiers.map { $0.key.description }).joined(
            separator: "\n")
        let keys = try JournalKeys(text)
        try await journal.database.write { _ = try Journal.append(acceptance(), in: $0) }
        let count = try await JournalSequencer(database: journal.database, keys: keys, pause: { _ in })
            .run(at: filedAt)
        #expect(count == 1)
        let account = try await JournalAudit(of: journal.database, trusting: keys).run()
        #expect(account.head.size == 4 && account.checkpointCount == 2)
        #expect(try await journal.newest().map { try Checkpoint($0.note.text).origin } == keys.origin)
    }

    private func expect(_ fault: SequencingFault, whenAppendingTo journal: SequencedJournal) async {
        await #expect(throws: fault) { try await journal.append(1) }
    }
}

/// Runs a body with a folder of its own.
func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}
