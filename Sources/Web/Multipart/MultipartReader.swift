import Hummingbird
import NIOCore
import Refusals

/// Reads the parts of a `multipart/form-data` body one after another while it arrives: a file is never
/// held in memory, and the sender waits while the reader is busy.
public actor MultipartReader {
    private var parser: MultipartParser
    private var chunks: RequestBody.AsyncIterator
    private var receivedBytes = 0
    private var limitBytes: Int
    private var partNumber = 0
    private var isInPart = false
    private var readAhead: Part?

    /// Throws `DomainError.malformed` when the content type names no usable boundary.
    init(contentType: String, body: RequestBody, limitBytes: Int) throws {
        guard let boundary = HeaderParameters(contentType).value("boundary"),
            contentType.lowercased().hasPrefix("multipart/form-data"),
            (1...70).contains(boundary.utf8.count)
        else { throw DomainError.malformed("这里要以 multipart/form-data 上传文件。") }
        parser = MultipartParser(boundary: boundary)
        chunks = body.makeAsyncIterator()
        self.limitBytes = limitBytes
    }

    /// How much the whole body may hold, in bytes.
    func limit(toBytes bytes: Int) { limitBytes = bytes }

    /// The next part, or nil after the last. What was left unread of the part before is skipped. Throws
    /// `DomainError.malformed` when the body is broken or ends too early, `.tooLarge`.
    public func nextPart() async throws -> Part? {
        if let part = readAhead {
            readAhead = nil
            return part
        }
        while isInPart { _ = try await piece(ofPart: partNumber) }
        switch try await event() {
        case .head(let fields):
            partNumber += 1
            isInPart = true
            return try Part(fields: fields, number: partNumber, reader: self)
        case .end: return nil
        case .piece, .endOfPart: throw MultipartParser.broken
        }
    }

    /// Puts a part back that the door has looked at and that is not the token.
    func putBack(_ part: Part) { readAhead = part }

    /// The next piece of a part; nil at its end, and for a part that has been passed by.
    func piece(ofPart number: Int) async throws -> ByteBuffer? {
        guard isInPart, number == partNumber else { return nil }
        switch try await event() {
        case .piece(let piece): return piece
        case .endOfPart:
            isInPart = false
            return nil
        case .head, .end: throw MultipartParser.broken
        }
    }

    private func event() async throws -> MultipartParser.Event {
        while true {
            if let event = try parser.next() { return event }
            guard let chunk = try await nextChunk() else { throw MultipartParser.broken }
            receivedBytes += chunk.readableBytes
            guard receivedBytes <= limitBytes else {
                throw DomainError.tooLarge(BodyStream.sentence(limitBytes))
            }
            parser.push(chunk)
        }
    }

    private func nextChunk() async throws -> ByteBuffer? {
        var iterator = chunks
        defer { chunks = iterator }
        do { return try await iterator.next(isolation: self) } catch { throw DomainError.brokenOff(error) }
    }
}
