import Hummingbird
import NIOCore
import Refusals
import Testing

@testable import Web

@Suite("Multipart bodies")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=\"frontière\""
    private static let file = Array("%PDF\r\n--frontièr\r\n-\r\r\n".utf8) + (0...255).map { UInt8($0) }

    private static var body: [UInt8] {
        Array("--frontière\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\r\n".utf8)
            + Array(
                "--frontière\r\ncontent-disposition: form-data; name=\"file\"; filename=\"营业 %22执照%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                    .utf8)
            + file + Array("\r\n--frontière--\r\n".utf8)
    }

    private func reader(_ bytes: [UInt8], pieceBytes: Int = 1 << 16, limit: Int = 1 << 21) throws
        -> MultipartReader
    {
        let pieces = stride(from: 0, to: bytes.count, by: pieceBytes).map {
            ByteBuffer(bytes: bytes[$0..<min($0 + pieceBytes, bytes.count)])
        }
        let stream = AsyncStream<ByteBuffer> { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        return try MultipartReader(
            contentType: Self.type, body: RequestBody(asyncSequence: stream), limitBytes: limit)
    }

    private func bytes(_ part: Part) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in part.chunks { bytes += piece.readableBytesView }
        return bytes
    }

    @Test(
        "However the body is cut into chunks, the parts are the same",
        arguments: [1, 2, 3, 7, 16, 61, 64, 1000])
    func chunks(_ pieceBytes: Int) async throws {
        let reader = try reader(Self.body, pieceBytes: pieceBytes)
        let note = try #require(try await reader.nextPart())
        #expect(note.name == "note" && note.filename == nil)
        #expect(try await note.text() == "")
        let file = try #require(try await reader.nextPart())
        #expect(file.filename == "营业 \"执照\".pdf" && file.contentType == "application/pdf")
        #expect(try await bytes(file) == Self.file)
        #expect(try await reader.nextPart() == nil)
        #expect(try await reader.nextPart() == nil)
    }

    @Test("A part that is passed by is skipped, and gives nothing afterwards", arguments: [1, 64])
    func skipped(_ pieceBytes: Int) async throws {
        let reader = try reader(Self.body, pieceBytes: pieceBytes)
        let note = try #require(try await reader.nextPart())
        _ = try #require(try await reader.nextPart())
        #expect(try await bytes(note).isEmpty)
        #expect(try await reader.nextPart() == nil)
    }

    @Test("A body that ends too early is refused, wherever it ends")
    func truncated() async throws {
        for end in stride(from: 0, to: Self.body.count - 4, by: 5) {
            let reader = try reader(Array(Self.body.prefix(end)))
            await #expect(throws: MultipartParser.broken) {
                while let part = try await reader.nextPart() { _ = try await self.bytes(part) }
            }
        }
    }

    @Test(
        "What is not a form is refused",
        arguments: [
            "no boundary", "--frontière\r\nno colon\r\n\r\n", "--frontièreX\r\n",
            "--frontière\r\nA: \u{0}\r\n\r\n",
        ])
    func broken(_ text: String) async throws {
        let reader = try reader(Array(text.utf8))
        await #expect(throws: DomainError.self) { try await reader.nextPart() }
    }

    @Test("A head that never ends is refused before it fills the memory")
    func longHead() async throws {
        let reader = try reader(
            Array("--frontière\r\nA: ".utf8) + Array(repeating: 65, count: 20_000), pieceBytes: 100)
        await #expect(throws: MultipartParser.broken) { try await reader.nextPart() }
    }

    @Test("A field of 1 MB is read; one byte over the limit of the whole is refused with 413")
    func large() async throws {
        let head = Array("--frontière\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
        let body = head + Array(repeating: 13, count: 1 << 20) + Array("\r\n--frontière--".utf8)
        let part = try #require(try await reader(body, limit: body.count).nextPart())
        #expect(try await part.text().utf8.count == 1 << 20)
        let refused = try #require(try await reader(body, limit: body.count - 1).nextPart())
        await #expect(throws: DomainError.tooLarge(BodyStream.sentence(body.count - 1))) {
            try await refused.text(limitBytes: .max)
        }
    }

    @Test(
        "A content type without a usable boundary is refused",
        arguments: [
            "multipart/form-data", "text/plain; boundary=a",
            "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
        ])
    func boundary(_ type: String) {
        #expect(throws: DomainError.self) {
            try MultipartReader(contentType: type, body: RequestBody(buffer: ByteBuffer()), limitBytes: 1)
        }
    }
}
