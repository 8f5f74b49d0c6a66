import NIOCore
import Refusals

/// One part of a multipart form: a field or a file.
public struct Part: Sendable {
    /// The field's name.
    public let name: String
    /// The file's name as the browser gives it, empty when no file was chosen; nil for a plain field. Not to be
    /// used as a path.
    public let filename: String?
    /// The media type the browser claims; `text/plain` when it claims none.
    public let contentType: String
    /// What the part holds, piece by piece; to be read once, before the next part is asked for.
    public let chunks: Chunks

    init(fields: [String: String], number: Int, reader: MultipartReader) throws {
        let disposition = HeaderParameters(fields["content-disposition"] ?? "")
        guard let name = disposition.value("name") else { throw MultipartParser.broken }
        self.name = name
        filename = disposition.value("filename")
        contentType = fields["content-type"] ?? "text/plain"
        chunks = Chunks(reader: reader, number: number)
    }

    /// The whole part as text. Throws `DomainError.tooLarge`, `.malformed` when it is not UTF-8.
    public func text(limitBytes: Int = WebRequest.bodyLimitBytes) async throws -> String {
        var bytes: [UInt8] = []
        for try await piece in chunks {
            bytes += piece.readableBytesView
            guard bytes.count <= limitBytes else {
                throw DomainError.tooLarge("「\(name)」的内容太长，请减少后重试。")
            }
        }
        return try PercentCoding.validText(bytes)
    }

    /// The pieces of a part.
    public struct Chunks: AsyncSequence, Sendable {
        /// A piece of the part.
        public typealias Element = ByteBuffer

        let reader: MultipartReader
        let number: Int

        /// Asks the reader for one piece after another.
        public struct AsyncIterator: AsyncIteratorProtocol {
            let reader: MultipartReader
            let number: Int

            /// The next piece; nil at the end of the part.
            public mutating func next() async throws -> ByteBuffer? {
                try await reader.piece(ofPart: number)
            }
        }

        /// Begins to read.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader, number: number) }
    }
}
