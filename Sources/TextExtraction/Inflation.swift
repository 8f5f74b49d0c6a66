import CZlib

/// Unfolds what DEFLATE (RFC 1951) has folded, piece by piece, and stops where more comes out than is wanted.
enum Inflation {
    /// What keeps something from being unfolded.
    enum Failure: Error {
        /// It is no DEFLATE, or it breaks off.
        case damaged
        /// More comes out than was allowed.
        case tooMuch
    }

    private static let pieceBytes = 1 << 16

    /// Unfolds a stretch of bytes.
    ///
    /// - Parameters:
    ///   - limitBytes: how much may come out.
    ///   - take: takes what comes out, piece by piece.
    /// - Returns: how many bytes came out.
    /// - Throws: ``Failure``.
    static func run(
        _ folded: ArraySlice<UInt8>, limitBytes: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws -> Int {
        var stream = z_stream()
        // Without the frame of zlib: an archive has its own.
        let opened = inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { throw Failure.damaged }
        defer { inflateEnd(&stream) }
        var (piece, total) = ([UInt8](repeating: 0, count: pieceBytes), 0)
        var input = Array(folded)
        return try input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while true {
                let (status, count) = step(&stream, into: &piece, take)
                total += count
                guard total <= limitBytes else { throw Failure.tooMuch }
                if status == Z_STREAM_END { return total }
                guard status == Z_OK, count > 0 || stream.avail_in > 0 else { throw Failure.damaged }
            }
        }
    }

    private static func step(
        _ stream: inout z_stream, into piece: inout [UInt8], _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> (Int32, Int) {
        piece.withUnsafeMutableBufferPointer { target in
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            let count = target.count - Int(stream.avail_out)
            take(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(target)[..<count]))
            return (status, count)
        }
    }
}
