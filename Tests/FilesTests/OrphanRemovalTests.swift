import Files
import Foundation
import Storage
import Testing
import WorkingTime

@Suite("Removing uploads that nobody attached")
struct OrphanRemovalTests {
    @Test("spares what is attached, what is young, and contents that either of them shares")
    func spared() async throws {
        try await withFileStore { store, database, _ in
            let shared = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -100))
            let attached = try await store.receive(Sample.pdf, named: "附.pdf", at: now.adding(seconds: -100))
            let young = try await store.receive(Sample.png, named: "新.png", at: now)
            try await database.write { try store.attach(attached.id, toCase: "A", owner: chenJing, in: $0) }

            #expect(try await store.removeOrphans(olderThan: now) == 1)

            let rest = try await names(in: database)
            #expect(rest == ["附.pdf", "新.png"])
            let kept = try await database.read { transaction in
                try [attached, young].map {
                    try store.file($0.id, for: .owner(accountID: chenJing), in: transaction)
                }
            }
            #expect(kept.allSatisfy { FileManager.default.fileExists(atPath: $0.content.path) })
            #expect(kept.first?.file.sha256 == shared.sha256)
        }
    }

    @Test("takes the content away with the last row that names it")
    func removed() async throws {
        try await withFileStore { store, database, root in
            for _ in 1...2 {
                _ = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -1))
            }
            #expect(try await store.removeOrphans(olderThan: now) == 2)
            let rest = try await names(in: database)
            #expect(rest.isEmpty)
            #expect(contents(under: root).isEmpty)
            #expect(try await store.removeOrphans(olderThan: now) == 0)
        }
    }

    @Test("puts a content back that a crash left aside although it is needed")
    func recovered() async throws {
        try await withFileStore { store, database, root in
            let file = try await store.receive(Sample.pdf, named: "执照.pdf")
            let found = try await database.read {
                try store.file(file.id, for: .owner(accountID: chenJing), in: $0)
            }
            let aside = root.appending(path: "trash/\(file.sha256)")
            try FileManager.default.moveItem(at: found.content, to: aside)
            try await store.removeOrphans(olderThan: now)
            #expect(FileManager.default.fileExists(atPath: found.content.path))
        }
    }

    private func names(in database: Database) async throws -> [String] {
        try await database.read {
            try $0.rows("SELECT name FROM file_object ORDER BY id").map { try $0.text("name") }
        }
    }

    private func contents(under root: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return all.filter { ($0 as NSString).lastPathComponent.count == 64 }
    }
}
