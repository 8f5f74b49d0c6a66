import Foundation
import NIOCore
import Refusals

/// Cuts a `multipart/form-data` body (RFC 7578) into heads and pieces, whatever way it arrives in chunks.
///
/// Pure: bytes go in with ``push(_:)``, events come out of ``next()``; nil means that more bytes are needed.
struct MultipartParser {
    /// What was found next.
    enum Event: Equatable {
        case head([String: String])
        case piece(ByteBuffer)
        case endOfPart
        case end
    }

    private enum State { case preamble, head, content, done }

    static let headLimitBytes = 8 << 10

    private let delimiter: [UInt8]
    private var buffer = ByteBuffer()
    private var state = State.preamble

    /// The boundary as the content type names it: 1–70 characters (RFC 2046, section 5.1.1).
    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary may stand at the very beginning: a line end before it makes all alike.
        buffer.writeString("\r\n")
    }

    mutating func push(_ chunk: ByteBuffer) {
        buffer.discardReadBytes()
        buffer.writeImmutableBuffer(chunk)
    }

    mutating func next() throws -> Event? {
        switch state {
        case .preamble: try preamble()
        case .head: try head()
        case .content: try content()
        case .done: .end
        }
    }

    private mutating func preamble() throws -> Event? {
        guard let start = find(delimiter) else {
            guard buffer.readableBytes <= MultipartParser.headLimitBytes else { throw Self.broken }
            return nil
        }
        return try boundary(at: start)
    }

    private mutating func content() throws -> Event? {
        if let start = find(delimiter) {
            if start > 0 { return buffer.readSlice(length: start).map(Event.piece) }
            // The end of the part is told once the bytes after the boundary are here, too.
            guard buffer.readableBytes >= delimiter.count + 2 else { return nil }
            state = .preamble
            return .endOfPart
        }
        // The last bytes may be the beginning of a boundary: they wait for the next chunk.
        let safe = buffer.readableBytes - delimiter.count + 1
        return safe > 0 ? buffer.readSlice(length: safe).map(Event.piece) : nil
    }

    /// Behind a boundary stands `--` at the very end, or a line end before the next head.
    private mutating func boundary(at start: Int) throws -> Event? {
        guard buffer.readableBytes >= start + delimiter.count + 2 else { return nil }
        buffer.moveReaderIndex(forwardBy: start + delimiter.count)
        switch buffer.readBytes(length: 2) {
        case Array("--".utf8):
            state = .done
            return .end
        case Array("\r\n".utf8):
            state = .head
            return try head()
        default: throw Self.broken
        }
    }

    private mutating func head() throws -> Event? {
        guard let end = find(Array("\r\n\r\n".utf8)) else {
            guard buffer.readableBytes <= MultipartParser.headLimitBytes else { throw Self.broken }
            return nil
        }
        guard end <= MultipartParser.headLimitBytes, let bytes = buffer.readBytes(length: end) else {
            throw Self.broken
        }
        buffer.moveReaderIndex(forwardBy: 4)
        state = .content
        return .head(try fields(PercentCoding.validText(bytes)))
    }

    private func fields(_ text: String) throws -> [String: String] {
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { throw Self.broken }
            fields[halves[0].lowercased()] = String(halves[1].drop { $0 == " " })
        }
        return fields
    }

    static var broken: DomainError { .malformed("上传的内容不完整或格式不对，请重新上传。") }

    /// How far from here the pattern begins. Every pattern begins with a carriage return, which is rare in
    /// most files: jumping from one to the next keeps uploads of many megabytes cheap.
    private func find(_ pattern: [UInt8]) -> Int? {
        buffer.withUnsafeReadableBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            while start + pattern.count <= bytes.count,
                let hit = memchr(base + start, Int32(pattern[0]), bytes.count - start)
            {
                start = base.distance(to: UnsafeRawPointer(hit))
                guard start + pattern.count <= bytes.count else { return nil }
                if memcmp(base + start, pattern, pattern.count) == 0 { return start }
                start += 1
            }
            return nil
        }
    }
}
