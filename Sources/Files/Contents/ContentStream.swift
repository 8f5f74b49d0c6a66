import NIOCore

/// A content that is being read: its length, and its bytes piece by piece as whoever reads asks for them.
/// It can be read once.
public struct ContentStream: Sendable {
    /// How long all pieces are together, in bytes.
    public let sizeBytes: Int
    /// The pieces, in order.
    public let pieces: any AsyncSequence<ByteBuffer, any Error> & Sendable
}
