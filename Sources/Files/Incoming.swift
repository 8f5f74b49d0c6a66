import Crypto
import Foundation
import NIOCore
import Refusals
import Storage

/// A content on its way in: written to a file of its own and hashed as it arrives, so that its size in
/// memory is one chunk, however large it is.
struct Incoming {
    let path: URL
    private let handle: FileHandle
    private var hash = SHA256()
    private(set) var size = 0

    init(at path: URL) throws {
        self.path = path
        handle = try ContentUnavailable.disk {
            try Data().write(to: path, options: .withoutOverwriting)
            return try FileHandle(forWritingTo: path)
        }
    }

    /// Takes everything in and puts it on the disk. Throws ``DomainError/tooLarge(_:)`` as soon as the limit
    /// is passed, ``DomainError/invalid(_:)`` for an empty content, and ``ContentUnavailable`` for want of room.
    mutating func take<S: AsyncSequence>(_ chunks: S, limitBytes: Int) async throws
    where S.Element == ByteBuffer {
        for try await chunk in chunks {
            size += chunk.readableBytes
            guard size <= limitBytes else {
                throw DomainError.tooLarge("文件超过 \(limitBytes / (1 << 20)) MB，不能上传。请压缩或拆分后再上传。")
            }
            let bytes = Data(chunk.readableBytesView)
            hash.update(data: bytes)
            try ContentUnavailable.disk { try handle.write(contentsOf: bytes) }
        }
        guard size > 0 else { throw DomainError.invalid("file", "文件是空的，请核对后重新上传。") }
        try ContentUnavailable.disk { try handle.synchronize() }
    }

    /// The SHA-256 of what has been taken in, in hexadecimal.
    var sha256: String { Hexadecimal.text(hash.finalize()) }

    /// Ends the writing and, if the file was not moved to its place, removes it.
    func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(at: path)
    }
}
