import Storage
import Synchronization
import TestSupport
import Testing

@Suite("What many write at the same moment")
struct GatheredWriteTests {
    /// The sizes of the groups that came to be written.
    private final class Writing: Sendable {
        private let sizes = Mutex<[Int]>([])

        func note(_ size: Int) { sizes.withLock { $0.append(size) } }
        var groups: [Int] { sizes.withLock { $0 } }
    }

    private func gathered(_ writing: Writing, to database: Database) -> GatheredWrite<Int64> {
        GatheredWrite(to: database, limit: 10) { ids, tx in
            writing.note(ids.count)
            for id in ids { try tx.add(person: id, "甲\(id)") }
        }
    }

    private func add(_ ids: [Int64], to write: GatheredWrite<Int64>) async -> [Int64] {
        await withTaskGroup(of: Int64?.self) { group in
            for id in ids {
                group.addTask {
                    do { try await write.add(id) } catch { return id }; return nil
                }
            }
            return await group.reduce(into: []) { if let id = $1 { $0.append(id) } }
        }
    }

    @Test("is all there, in fewer transactions than there were writers, and none of them larger than allowed")
    func together() async throws {
        try await withSharedDatabase { database async throws in
            let writing = Writing()
            #expect(await add(Array(1...200), to: gathered(writing, to: database)).isEmpty)
            #expect(try await database.read { try $0.people().count } == 200)
            #expect(writing.groups.reduce(0, +) >= 200)
            #expect(writing.groups.count < 200 && writing.groups.allSatisfy { $0 <= 10 })
        }
    }

    @Test("suffers nothing from one that cannot be written, which is told so")
    func poison() async throws {
        try await withSharedDatabase { database async throws in
            try await database.write { try $0.add(person: 7, "先来的") }
            let failed = await add(Array(1...40), to: gathered(Writing(), to: database))
            #expect(failed == [7])
            #expect(try await database.read { try $0.people().count } == 40)
        }
    }

    @Test("is written at once when it comes alone, one after the other")
    func alone() async throws {
        try await withSharedDatabase { database async throws in
            let writing = Writing()
            let write = gathered(writing, to: database)
            for id in Int64(1)...3 { try await write.add(id) }
            #expect(writing.groups == [1, 1, 1])
        }
    }
}
