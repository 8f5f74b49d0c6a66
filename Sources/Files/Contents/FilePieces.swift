import Foundation
import NIOCore
import NIOPosix

/// A file of this machine in pieces, read on threads that may wait for the disk. It can be read once.
struct FilePieces: AsyncSequence, Sendable {
    typealias Failure = any Error

    static let pieceBytes = 64 << 10

    private let handle: FileHandle

    /// Opens the file, so that it can be read to its end even if it is removed meanwhile.
    init(of file: URL) throws { handle = try FileHandle(forReadingFrom: file) }

    func makeAsyncIterator() -> Iterator { Iterator(handle: handle) }

    struct Iterator: AsyncIteratorProtocol {
        let handle: FileHandle

        func next() async throws -> ByteBuffer? {
            let bytes = try await NIOThreadPool.singleton.runIfActive { [handle] in
                try handle.read(upToCount: FilePieces.pieceBytes) ?? Data()
            }
            return bytes.isEmpty ? nil : ByteBuffer(bytes: bytes)
        }
    }
}
