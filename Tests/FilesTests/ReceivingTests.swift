import Foundation
import NIOCore
import Refusals
import Storage
import Testing

@testable import Files

@Suite("An upload")
struct ReceivingTests {
    @Test(
        "is refused when its content may not be uploaded, whatever it is called",
        arguments: [
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "这是可执行程序，不能上传。"),
            (Array("MZ\u{90}\0".utf8), "这是可执行程序，不能上传。"),
            (Array("#!/bin/sh\nrm -rf /".utf8), "这是可执行程序，不能上传。"),
            (Array("<!DOCTYPE html><p>".utf8), "网页和 SVG 文件里可能有程序，不能上传。请转换为 PDF 或图片后再上传。"),
            (Array("<svg onload=alert(1)>".utf8), "网页和 SVG 文件里可能有程序，不能上传。请转换为 PDF 或图片后再上传。"),
            (Sample.gif, "只能上传 PDF、OFD、Word（docx）、Excel（xlsx）文档和 PNG、JPEG、WebP 图片。"),
            (Array("纯文字".utf8), "只能上传 PDF、OFD、Word（docx）、Excel（xlsx）文档和 PNG、JPEG、WebP 图片。"),
            (Sample.zip(["readme.txt"]), "只能上传 PDF、OFD、Word（docx）、Excel（xlsx）文档和 PNG、JPEG、WebP 图片。"),
            (
                Sample.zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
                "文件里有宏，不能上传。请另存为不含宏的文档后再上传。"
            ),
            (Array(Sample.docx.dropLast(30)), "文件已损坏，无法识别。请重新导出后再上传。"),
            ([], "文件是空的，请核对后重新上传。"),
        ] as [([UInt8], String)])
    func forbidden(content: [UInt8], words: String) async throws {
        try await withFileStore { store, database, root in
            for name in ["营业执照.pdf", "图.png", "a.docx"] {
                let refusal = await #expect(throws: DomainError.self) {
                    try await store.receive(content, named: name)
                }
                #expect(refusal?.sentence.chinese == words)
            }
            let traces = try await traces(in: database, root)
            #expect(traces == 0)
        }
    }

    @Test(
        "is refused when its name promises another format",
        arguments: [
            (Sample.png, "执照.pdf"), (Sample.pdf, "执照.png"), (Sample.docx, "表.xlsx"), (Sample.pdf, "执照"),
        ])
    func mismatch(content: [UInt8], name: String) async throws {
        try await withFileStore { store, _, _ in
            let refusal = await #expect(throws: DomainError.self) {
                try await store.receive(content, named: name)
            }
            #expect(refusal?.sentence.chinese.contains("与扩展名不符") == true)
        }
    }

    @Test("is refused while its owner has too much uploaded that is part of nothing")
    func unattached() async throws {
        try await withFileStore { store, database, _ in
            let file = try await store.receive(Sample.pdf, named: "一.pdf")
            _ = try await database.write {
                try $0.execute("UPDATE file_object SET size = \(1 << 30) WHERE id = \(file.id)")
            }
            await #expect(throws: DomainError.self) { try await store.receive(Sample.pdf, named: "二.pdf") }
            _ = try await database.write {
                try $0.execute("UPDATE file_object SET case_number = '441202202611210000018' /* all */")
            }
            _ = try await store.receive(Sample.pdf, named: "三.pdf")
        }
    }

    @Test("is refused as soon as it passes the limit, and nothing of it stays")
    func tooLarge() async throws {
        try await withFileStore(limitBytes: 1 << 20) { store, database, root in
            let content = Sample.pdf + Array(repeating: 0, count: 1 << 20)
            await #expect(throws: DomainError.tooLarge("文件超过 \(1) MB，不能上传。请压缩或拆分后再上传。")) {
                try await store.receive(content, named: "扫描件.pdf")
            }
            let traces = try await traces(in: database, root)
            #expect(traces == 0)
        }
    }

    @Test("leaves nothing behind when the connection breaks")
    func broken() async throws {
        struct Disconnected: Error {}
        try await withFileStore { store, database, root in
            let chunks = AsyncThrowingStream<ByteBuffer, any Error> { stream in
                stream.yield(ByteBuffer(bytes: Sample.pdf))
                stream.finish(throwing: Disconnected())
            }
            await #expect(throws: Disconnected.self) {
                try await store.receive(name: "a.pdf", chunks: chunks, owner: chenJing, now: now)
            }
            let traces = try await traces(in: database, root)
            #expect(traces == 0)
        }
    }

    @Test(
        "is taken in with its format, size and hash",
        arguments: Shelf.all,
        [
            (Sample.pdf, "执照.PDF", MediaType.pdf), (Sample.png, "图.png", .png),
            (Sample.jpeg, "照片.JPG", .jpeg),
            (Sample.jpeg, "照片.jpeg", .jpeg), (Sample.webp, "图.webp", .webp), (Sample.ofd, "批文.ofd", .ofd),
            (Sample.docx, "申请书.docx", .docx), (Sample.xlsx, "名单.xlsx", .xlsx),
        ] as [([UInt8], String, MediaType)])
    func accepted(shelf: Shelf, upload: ([UInt8], String, MediaType)) async throws {
        let (content, name, type) = upload
        try await withFileStore(on: shelf) { store, database, _ in
            let file = try await store.receive(content, named: name)
            #expect((file.mediaType, file.size, file.name) == (type, content.count, name))
            let found = try await database.read {
                try store.file(file.id, for: .owner(accountID: chenJing), in: $0)
            }
            #expect(found.file == file)
            let opened = try await found.open()
            #expect(opened.sizeBytes == content.count)
            #expect(try await [UInt8](opened) == content)
        }
    }

    @Test("of many chunks has the hash of the whole, and equal contents lie once", arguments: Shelf.all)
    func streamed(shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, _, root in
            let content = Sample.pdf + Array(repeating: 65, count: 1_000_000)
            let files = [
                try await store.receive(content, named: "一.pdf"),
                try await store.receive(content, named: "二.pdf", owner: liMin),
            ]
            let hash = "e163c6d9e994da3b0b7159327b9de2abc8f12ed75a724ba3a3f8cf1567e461bd"
            #expect(Set(files.map(\.sha256)) == [hash])
            #expect(try await store.places(under: root) == ["content/e1/63/\(hash)"])
            #expect(try await store.bytes(of: files[1]) == content)
        }
    }

    /// How many rows and files there are that a refused upload could have left.
    private func traces(in database: Database, _ root: URL) async throws -> Int {
        let rows = try await database.read { try $0.count("SELECT count(*) FROM file_object /* all */") }
        return try rows + FileManager.default.contentsOfDirectory(atPath: root.path + "/incoming").count
    }
}
