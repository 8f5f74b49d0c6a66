import Foundation
import Storage
import Testing
import WorkingTime

@testable import Files

/// Nodes that share a database share a store of files, and the program can tell.
@Suite("The store of an installation's files")
struct OwnStoreTests {
    private let now = Instant(milliseconds: 1_800_000_000_000)

    @Test("is not another one, even before anything was uploaded", arguments: Shelf.all)
    func another(_ shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, root in
            try await store.requireOwnStore(at: now)
            let own = try await #require(store.contents.identity())
            let other = try await another(on: shelf, beside: root, database)
            let refusal = await #expect(throws: UnusableStore.self) {
                try await other.requireOwnStore(at: now)
            }
            #expect(refusal?.description.contains("数据库记录的存储标识是 \(own)，这里没有标识。") == true)
            // Nor one that belongs to somebody else.
            try await other.contents.claim("elsewhere")
            let again = await #expect(throws: UnusableStore.self) {
                try await other.requireOwnStore(at: now)
            }
            #expect(again?.description.contains("这里的是 elsewhere") == true)
        }
    }

    @Test("is not an empty one when there are uploads already", arguments: Shelf.all)
    func emptied(_ shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, root in
            _ = try await store.receive(Sample.pdf, named: "营业执照.pdf")
            let other = try await another(on: shelf, beside: root, database)
            let refusal = await #expect(throws: UnusableStore.self) {
                try await other.requireOwnStore(at: now)
            }
            #expect(refusal?.description.contains("最近的 1 个上传在这里都找不到") == true)
            // The right one still is, as on the first start after an upgrade.
            try await store.requireOwnStore(at: now)
        }
    }

    @Test("is one for nodes that start together, and for every later start", arguments: Shelf.all)
    func together(_ shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, _ in
            try await withThrowingTaskGroup { group in
                for _ in 1...8 { group.addTask { try await store.requireOwnStore(at: now) } }
                try await group.waitForAll()
            }
            try await store.requireOwnStore(at: now)
            let recorded = try await database.read {
                try $0.row("SELECT identity FROM file_store WHERE id = 1")?.text("identity")
            }
            let held = try await store.contents.identity()
            #expect(recorded == held && held != nil)
        }
    }

    @Test("may be moved with its identity, and may be known to a database that was restored without it")
    func moved() async throws {
        try await withFileStore { store, database, root in
            _ = try await store.receive(Sample.pdf, named: "营业执照.pdf")
            try await store.requireOwnStore(at: now)
            let place = root.appending(path: "moved")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for part in ["content", ContentPath.identity] {
                try FileManager.default.copyItem(
                    at: root.appending(path: part), to: place.appending(path: part))
            }
            let moved = try FileStore(root: place, database: database)
            try await moved.requireOwnStore(at: now)
            _ = try await database.write { try $0.execute("DELETE FROM file_store WHERE id = 1") }
            try await moved.requireOwnStore(at: now)
        }
    }

    @Test("whose identity was lost is taken again when somebody writes it down by hand")
    func byHand() async throws {
        try await withFileStore { store, _, root in
            try await store.requireOwnStore(at: now)
            let file = root.appending(path: ContentPath.identity)
            let own = try String(contentsOf: file, encoding: .utf8)
            try FileManager.default.removeItem(at: file)
            await #expect(throws: UnusableStore.self) { try await store.requireOwnStore(at: now) }
            try Data("  \(own)\n".utf8).write(to: file)
            try await store.requireOwnStore(at: now)
        }
    }

    private func another(
        on shelf: Shelf, beside root: URL, _ database: Database
    ) async throws -> FileStore {
        let place = root.appending(path: "another")
        return try FileStore(
            root: place, contents: try await shelf.contents(in: place), database: database,
            limitBytes: 1 << 20)
    }
}
