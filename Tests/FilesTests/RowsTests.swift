import NIOCore
import Refusals
import Storage
import Testing

@testable import Files

@Suite("An upload of rows for an import")
struct RowsTests {
    @Test(
        "is refused when it is no text, or is not called what it is",
        arguments: [
            (Sample.xlsx, "企业.csv", "文件“企业.csv”不是 CSV 文件。请在表格软件里另存为“CSV（UTF-8）”后再上传。"),
            (Sample.pdf, "企业.csv", "文件“企业.csv”不是 CSV 文件。请在表格软件里另存为“CSV（UTF-8）”后再上传。"),
            (Array("名\0称".utf8), "企业.csv", "文件“企业.csv”不是 CSV 文件。请在表格软件里另存为“CSV（UTF-8）”后再上传。"),
            (Array("名称".utf8), "企业.txt", "文件名应以 .csv 结尾，请核对是否选错了文件。"),
            ([], "企业.csv", "文件是空的，请核对后重新上传。"),
        ] as [([UInt8], String, String)])
    func forbidden(content: [UInt8], name: String, words: String) async throws {
        try await withFileStore { store, _, _ in
            let refusal = await #expect(throws: DomainError.self) { try await store.rows(content, name) }
            #expect(refusal?.sentence.chinese == words)
        }
    }

    @Test("is no material of a case")
    func material() async throws {
        try await withFileStore { store, _, _ in
            await #expect(throws: DomainError.self) {
                try await store.receive(Array("名称\n".utf8), named: "企业.csv")
            }
        }
        #expect(!MediaType.materials.contains(.csv))
    }

    @Test("is read in stretches, also beyond its end", arguments: Shelf.all)
    func stretches(_ shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, _ in
            let file = try await store.rows(Array("0123456789".utf8), "企业.csv")
            let readable = try await database.read {
                try store.file(file.id, for: .owner(accountID: chenJing), in: $0)
            }
            for (offset, count, part) in [
                (0, 3, "012"), (7, 9, "789"), (10, 5, ""), (99, 1, ""), (-1, 1, "0"),
            ] {
                let bytes = try await readable.bytes(from: offset, count: count)
                #expect(String(decoding: bytes, as: UTF8.self) == part)
            }
        }
    }
}

extension FileStore {
    fileprivate func rows(_ bytes: [UInt8], _ name: String) async throws -> StoredFile {
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: bytes))
            stream.finish()
        }
        return try await receive(name: name, chunks: chunks, for: .rows, owner: chenJing, now: now)
    }
}
