import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal

@Suite("Erasing what an entry says about a person")
struct ErasureTests {
    private static let erasure = Erasure(ground: "本人依据个人信息保护法第四十七条申请删除")

    @Test("is refused without a ground")
    func noGround() throws {
        let stored = try placed()
        #expect(throws: DomainError.invalid("ground", "请写明删除个人信息的法定理由。")) {
            try Erasure(ground: " ").check(stored)
        }
    }

    @Test("is refused before the entry has its place: it would vanish without a trace")
    func unplaced() throws {
        #expect(throws: DomainError.conflict("这条记录还没有排入日志，请稍后再删除其中的个人信息。")) {
            try Self.erasure.check(StoredEntry(id: 7, entry: acceptance()))
        }
    }

    @Test("is refused a second time, and of the entry that tells of another erasure")
    func twice() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let id = try await erase(1, in: journal)
        await #expect(throws: DomainError.conflict("这条记录中的个人信息已经删除。")) {
            try await journal.database.write { try Self.erasure.erase(id, by: liMin, at: filedAt, in: $0) }
        }
        try await journal.sequencer.run(at: filedAt)
        let telling = try #require(try await entry(3, in: journal))
        await #expect(throws: DomainError.conflict("删除个人信息的记录本身不能删除。")) {
            try await journal.database.write {
                try Self.erasure.erase(telling.id, by: liMin, at: filedAt, in: $0)
            }
        }
    }

    @Test("of an entry that is not there is not found")
    func missing() async throws {
        let journal = try await SequencedJournal.make(entries: 1)
        await #expect(throws: DomainError.notFound("没有这条日志记录。")) {
            try await journal.database.write { try Self.erasure.erase(9, by: liMin, at: filedAt, in: $0) }
        }
    }

    @Test("takes the person away and leaves hash, place, case and time; an entry of its own tells of it")
    func erased() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        let before = try #require(try await entry(1, in: journal))
        _ = try await erase(1, in: journal)
        let after = try #require(try await entry(1, in: journal))
        #expect(after.leafHash == before.leafHash && after.leafIndex == 1 && after.erasedAt == filedAt)
        #expect(after.entry.actor.name.isEmpty && after.entry.actor.address.isEmpty)
        #expect(after.entry.actor.accountID == 0 && after.entry.detail.isEmpty)
        #expect(after.entry.sentence.chinese == "这条记录中的个人信息已依法删除。")
        #expect(after.entry.subject == before.entry.subject && after.entry.at == before.entry.at)
        #expect(Journal.content(of: after) == nil)
        try await journal.sequencer.run(at: filedAt)
        let told = try #require(try await entry(3, in: journal))
        #expect(told.entry.action == "journal.erased" && told.entry.detail["place"] == "1")
        let account = try await journal.audit.run()
        #expect(account.erasedCount == 1 && account.head.size == 4)
    }

    @Test("behind the back of the journal is tampering")
    func secretly() async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        _ = try await journal.database.write { tx in
            try tx.execute(
                """
                UPDATE journal_entry SET erased_at = 1, salt = '00000000000000000000000000000000', actor_id = 0,
                    actor_name = '', address = '', parameters = '[]', detail = '{}', before_digest = NULL,
                    after_digest = NULL
                WHERE leaf_index = 1
                """)
        }
        await #expect(throws: JournalAudit.Misfit.erasure(1)) { try await journal.audit.run() }
    }

    @Test(
        "is the one change that the table takes, and only as a whole",
        arguments: [
            "UPDATE journal_entry SET erased_at = 1 WHERE leaf_index = 1",
            "UPDATE journal_entry SET erased_at = 1, actor_name = '' WHERE leaf_index = 1",
            """
            UPDATE journal_entry SET erased_at = 1, salt = '00000000000000000000000000000000', actor_id = 0,
                actor_name = '', address = '', parameters = '[]', detail = '{}', before_digest = NULL,
                after_digest = NULL, subject = 'another'
            WHERE leaf_index = 1
            """,
        ] as [SQL])
    func onlyWhole(statement: SQL) async throws {
        let journal = try await SequencedJournal.make(entries: 3)
        await #expect(throws: StorageError.refused("journal entries do not change")) {
            try await journal.database.write { try $0.execute(statement) }
        }
    }

    private func placed() throws -> StoredEntry {
        let stored = try StoredEntry(id: 7, entry: acceptance())
        return StoredEntry(
            id: 7, entry: stored.entry, salt: stored.salt, leafHash: stored.leafHash, leafIndex: 0)
    }

    private func entry(_ place: Int, in journal: SequencedJournal) async throws -> StoredEntry? {
        try await journal.database.read {
            try $0.row("SELECT * FROM journal_entry WHERE leaf_index = \(place)").map(StoredEntry.init)
        }
    }

    private func erase(_ place: Int, in journal: SequencedJournal) async throws -> Int64 {
        let id = try #require(try await entry(place, in: journal)).id
        try await journal.database.write { try Self.erasure.erase(id, by: liMin, at: filedAt, in: $0) }
        return id
    }
}
