import Hummingbird
import NIOCore
import Refusals

/// A body as it arrives; the sender waits while the reader is busy. Throws `DomainError.tooLarge` once more
/// than the limit has come.
public struct BodyStream: AsyncSequence, Sendable {
    /// A piece of the body.
    public typealias Element = ByteBuffer

    let body: RequestBody
    let limitBytes: Int

    /// Reads the pieces one by one.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var pieces: RequestBody.AsyncIterator
        var remainingBytes: Int
        let limitBytes: Int

        /// The next piece; nil at the end of the body.
        public mutating func next() async throws -> ByteBuffer? {
            let next: ByteBuffer?
            do { next = try await pieces.next() } catch { throw DomainError.brokenOff(error) }
            guard let piece = next else { return nil }
            remainingBytes -= piece.readableBytes
            guard remainingBytes >= 0 else { throw DomainError.tooLarge(BodyStream.sentence(limitBytes)) }
            return piece
        }
    }

    /// Begins to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            pieces: body.makeAsyncIterator(), remainingBytes: limitBytes, limitBytes: limitBytes)
    }

    static func sentence(_ limitBytes: Int) -> Sentence {
        "上传的内容超过 \(Swift.max(1, limitBytes >> 20)) MB，请压缩或分开上传。"
    }
}
