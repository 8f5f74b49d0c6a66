import Foundation
import Modules
import Refusals
import TestSupport
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal
@testable import Storage

@Suite("A journal that moves to another database")
struct MovedJournalTests {
    @Test("has every entry in its place, its tiles and its checkpoints, refuses changes, and is continued")
    func moved() async throws {
        try await withFolder { folder in
            let source = try Database.sqlite(at: folder.appending(path: "source.sqlite").path)
            let target = try await TestDatabase.plain()
            try await expectMoved(from: source, to: target)
            guard TestDatabase.dialect == .postgresql else { return }
            // And back again.
            let file = try Database.sqlite(at: folder.appending(path: "back.sqlite").path)
            try await expectMoved(from: TestDatabase.plain(), to: file)
        }
    }

    private func expectMoved(from source: Database, to target: Database) async throws {
        for database in [source, target] {
            try await database.migrate(StorageMigrations.all())
            try await database.migrate(Module.journal().migrations)
        }
        let keys = try logKeys()
        try await fill(source, 300, keys)
        let digests = try await Move(from: source, to: target).run { _, _ in }
        #expect(digests.first { $0.table == "journal_tile" }?.rowCount == 3)
        let account = try await JournalAudit(of: target, trusting: keys).run()
        #expect(account.head.size == 300 && account.checkpointCount == 1)
        await #expect(throws: StorageError.self) {
            try await target.write {
                try $0.execute("UPDATE journal_entry SET subject = 'x' WHERE leaf_index = 3")
            }
        }
        try await fill(target, 10, keys)
        #expect(try await JournalAudit(of: target, trusting: keys).run().head.size == 310)
    }

    private func fill(_ database: Database, _ count: Int, _ keys: JournalKeys) async throws {
        try await database.write { tx in
            for turn in 0..<count { try Journal.append(acceptance(of: "A\(turn)"), in: tx) }
        }
        try await JournalSequencer(database: database, keys: keys, pause: { _ in }).run(at: filedAt)
    }
}
