import CZlib
import Foundation
import Refusals
import TestSupport
import Testing

@testable import TextExtraction

@Suite("The words of documents")
struct DocumentTextTests {
    /// Folded as an archive holds it.
    private func folded(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count / 900 + 1_000))
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }

    private func words(_ bytes: [UInt8], _ format: DocumentText.Format) async throws -> String? {
        try await DocumentText.read(bytes, as: format).words
    }

    @Test(
        "an archive that unfolds to more than a document has is refused, also where no words are looked for")
    func bomb() async throws {
        let zeros = folded([UInt8](repeating: 0x20, count: 30 << 20))
        #expect(zeros.count < 1 << 16)
        let files = (0..<8).map { ("word/media/\($0).bin", zeros) }
        await #expect(throws: ZIPArchive.bomb) {
            try await words(StoredArchive.bytes(files, method: 8), .word)
        }
        let crowd = (0...ZIPArchive.mostEntries).map { ("word/\($0).xml", [UInt8]()) }
        await #expect(throws: ZIPArchive.bomb) { try await words(StoredArchive.bytes(crowd), .word) }
    }

    @Test("what is damaged is refused, wherever it breaks off")
    func damaged() async throws {
        let whole = StoredArchive.word("内容")
        for count in stride(from: 0, to: whole.count, by: 7) {
            await #expect(throws: ZIPArchive.damaged, "\(count)") {
                try await words(Array(whole.prefix(count)), .word)
            }
        }
        let noise = StoredArchive.bytes([("word/document.xml", [1, 2, 3, 4])], method: 8)
        await #expect(throws: ZIPArchive.damaged) { try await words(noise, .word) }
        for place in whole.indices {
            var bent = whole
            bent[place] ^= 0xFF
            _ = try? await words(bent, .word)
        }
    }

    @Test("a document that declares entities has no words for us")
    func entities() async throws {
        let document = """
            <!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <x><t>&b;&c;</t></x>
            """
        let archive = StoredArchive.bytes([("word/document.xml", Array(document.utf8))])
        #expect(try await words(archive, .word) == nil)
    }

    @Test("words of Word come with deleted ones, notes and comments, a run in pieces as one")
    func word() async throws {
        let body = """
            <w:d xmlns:w="w"><w:p><w:r><w:t>身份证</w:t></w:r><w:r><w:t>4412</w:t></w:r><w:r><w:t>99</w:t></w:r></w:p>\
            <w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del></w:p></w:d>
            """
        let notes = "<w:d xmlns:w=\"w\"><w:p><w:t>批注</w:t></w:p></w:d>"
        let archive = StoredArchive.bytes(
            [
                ("word/document.xml", folded(Array(body.utf8))),
                ("word/comments.xml", folded(Array(notes.utf8))),
            ],
            method: 8)
        let text = try #require(try await words(archive, .word))
        #expect(text.contains("身份证441299\n") && text.contains("删去的") && text.contains("批注"))
    }

    @Test("words of a spreadsheet are its strings and its numbers, not the numbers of its strings")
    func sheet() async throws {
        let strings = "<sst><si><t>姓名</t></si><si><t>张伟</t></si></sst>"
        let sheet = """
            <worksheet><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>2026</v></c>\
            <c t="inlineStr"><is><t>行内</t></is></c></row></worksheet>
            """
        let archive = StoredArchive.bytes([
            ("xl/sharedStrings.xml", Array(strings.utf8)), ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
        ])
        let text = try #require(try await words(archive, .sheet))
        let parts = text.split(whereSeparator: \.isWhitespace)
        #expect(parts == ["姓名", "张伟", "2026", "行内"])
    }

    @Test("words of OFD are those of its pages")
    func ofd() async throws {
        let page = "<ofd:Page xmlns:ofd=\"o\"><ofd:TextCode X=\"1\">公告</ofd:TextCode></ofd:Page>"
        let archive = StoredArchive.bytes([("Doc_0/Pages/Page_0/Content.xml", Array(page.utf8))])
        #expect(try await words(archive, .ofd)?.contains("公告") == true)
    }

    @Test(
        "plain text is read in the encodings that are met here",
        arguments: [
            Array("端州".utf8), [0xEF, 0xBB, 0xBF] + Array("端州".utf8), [0xB6, 0xCB, 0xD6, 0xDD],
            [0xFF, 0xFE, 0xEF, 0x7A, 0xDE, 0x5D],
        ])
    func plain(_ bytes: [UInt8]) async throws {
        #expect(try await words(bytes, .plain) == "端州")
    }

    @Test("what is no text in any of them, and what is empty, has no words")
    func noText() async throws {
        #expect(try await words([0xFF, 0x80, 0x80, 0xFF], .plain) == nil)
        #expect(try await words(Array(" \n\t".utf8), .plain) == nil)
    }

    @Test("of a long document only the beginning is read")
    func long() async throws {
        let archive = StoredArchive.word(String(repeating: "字", count: DocumentText.limit * 2))
        #expect(try await words(archive, .word)?.count == DocumentText.limit)
    }

    @Test(
        "a PDF gives its words where the machine can read one; a broken one gives none",
        .enabled(if: PDFText.isAvailable))
    func pdf() async throws {
        let text = "BT /F1 24 Tf 72 700 Td (Duanzhou 2026) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
        let file = Array("%PDF-1.4\n\(body)trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n".utf8)
        #expect(try await words(file, .pdf)?.contains("Duanzhou 2026") == true)
        #expect(try await words(Array("%PDF-1.4 broken".utf8), .pdf) == nil)
    }
}
