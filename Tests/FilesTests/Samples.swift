import Files
import Foundation
import NIOCore
import WorkingTime

let now = Instant(milliseconds: 1_795_227_840_000)
let chenJing: Int64 = 1_001
let liMin: Int64 = 1_002

extension FileStore {
    /// Takes bytes in as they would come over the network: in small chunks.
    func receive(_ bytes: [UInt8], named name: String, owner: Int64 = chenJing, at instant: Instant = now)
        async throws
        -> StoredFile
    {
        let chunks = AsyncStream<ByteBuffer> { stream in
            for start in Swift.stride(from: 0, to: bytes.count, by: 7_000) {
                stream.yield(ByteBuffer(bytes: bytes[start..<min(start + 7_000, bytes.count)]))
            }
            stream.finish()
        }
        return try await receive(name: name, chunks: chunks, owner: owner, now: instant)
    }
}

enum Sample {
    static let pdf = Array("%PDF-1.7\n1 0 obj\n%%EOF".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]
    static let gif = Array("GIF89a\u{1}".utf8)
    static let webp = Array("RIFF\u{4}\0\0\0WEBPVP8 ".utf8)
    static let docx = zip(["[Content_Types].xml", "word/document.xml"])
    static let xlsx = zip(["[Content_Types].xml", "xl/workbook.xml"])
    static let ofd = zip(["OFD.xml", "Doc_0/Document.xml"])

    /// An archive of empty entries.
    static func zip(_ names: [String]) -> [UInt8] {
        var content: [UInt8] = []
        var directory: [UInt8] = []
        for name in names.map({ Array($0.utf8) }) {
            let length = [UInt8(name.count), 0]
            let place = little(content.count)
            content += [0x50, 0x4B, 3, 4] + zeros(22) + length + [0, 0] + name
            directory += [0x50, 0x4B, 1, 2] + zeros(24) + length + zeros(12) + place + name
        }
        let end = [0x50, 0x4B, 5, 6] + zeros(8) + little(directory.count) + little(content.count) + [0, 0]
        return content + directory + end
    }

    private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }

    private static func little(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> (8 * $0) & 255) } }
}
