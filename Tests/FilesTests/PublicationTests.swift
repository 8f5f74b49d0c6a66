import NIOCore
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Files

@Suite("A file that is published beside a text")
struct PublicationTests {
    private func publish(_ content: [UInt8], _ name: String, in store: FileStore) async throws -> StoredFile {
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: content))
            stream.finish()
        }
        return try await store.receive(
            name: name, chunks: chunks, for: .publication, owner: chenJing, now: now)
    }

    @Test(
        "is refused when it calls itself text and is something else",
        arguments: ["<html>", "<svg onload=a>", "<script>a</script>", "#!/bin/sh", "MZ\u{1}", "零\u{0}字"])
    func refused(_ content: String) async throws {
        try await withFileStore { store, _, _ in
            for name in ["说明.txt", "表.csv"] {
                await #expect(throws: DomainError.self, "\(name)") {
                    try await publish(Array(content.utf8), name, in: store)
                }
            }
        }
    }

    @Test("may be text and rows besides what may be a material; a material may not")
    func text() async throws {
        try await withFileStore { store, _, _ in
            for (name, type) in [("说明.txt", MediaType.txt), ("表.csv", .csv)] {
                let file = try await publish(Array("甲,乙".utf8), name, in: store)
                #expect(file.mediaType == type)
                await #expect(throws: DomainError.self) {
                    try await store.receive(Array("甲,乙".utf8), named: name)
                }
            }
            #expect(try await publish(Sample.pdf, "公告.pdf", in: store).mediaType == .pdf)
            #expect(!MediaType.materials.contains(.txt))
        }
    }

    @Test(
        "that its case lets go is removed like any other that belongs to nothing; one of another case stays")
    func detached() async throws {
        try await withFileStore { store, database, _ in
            let file = try await publish(Array("甲".utf8), "说明.txt", in: store)
            try await database.write { tx in
                try store.attach(file.id, toCase: "7", owner: chenJing, in: tx)
                try store.detach(file.id, fromCase: "8", in: tx)
            }
            let late = now.adding(seconds: 3 * 86_400)
            #expect(try await store.removeOrphans(olderThan: late, at: late) == 0)
            try await database.write { try store.detach(file.id, fromCase: "7", in: $0) }
            #expect(try await store.removeOrphans(olderThan: late, at: late) == 1)
        }
    }
}
