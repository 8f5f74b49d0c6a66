import Crypto
import Foundation

/// A hash in the Merkle tree: SHA-256 over a leaf or over two nodes (RFC 6962 §2.1).
public struct NodeHash: Sendable, Hashable {
    /// How long it is, in bytes.
    public static let byteCount = 32
    /// The root of a tree without leaves: the hash of nothing.
    public static let emptyTree = NodeHash(SHA256.hash(data: [UInt8]()))

    // Inline, so that a row of hashes is one stretch of memory. A SIMD4 would be aligned to 32 bytes, which the frames of
    // asynchronous functions are not: values that live across an await there corrupt the task's stack (Swift 6.3).
    private struct Words: Sendable, Hashable, BitwiseCopyable {
        let first, second, third, fourth: UInt64
    }

    private let words: Words

    /// The hash that these bytes are; nil unless there are 32 of them.
    public init?(_ bytes: some ContiguousBytes) {
        let words = bytes.withUnsafeBytes { bytes in
            bytes.count == Self.byteCount ? bytes.loadUnaligned(as: Words.self) : nil
        }
        guard let words else { return nil }
        self.words = words
    }

    /// The leaf hash of an entry: `SHA-256(0x00 ‖ entry)`.
    public init(leaf entry: some DataProtocol) {
        var hash = SHA256()
        hash.update(data: [0x00])
        hash.update(data: entry)
        self.init(hash.finalize())
    }

    /// The hash of the node above two others: `SHA-256(0x01 ‖ left ‖ right)`.
    public init(_ left: NodeHash, _ right: NodeHash) {
        let digest = withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Self.byteCount, alignment: 1) {
            buffer in
            buffer.storeBytes(of: 0x01, as: UInt8.self)
            buffer.storeBytes(of: left.words, toByteOffset: 1, as: Words.self)
            buffer.storeBytes(of: right.words, toByteOffset: 1 + Self.byteCount, as: Words.self)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return hash.finalize()
        }
        self.init(digest)
    }

    private init(_ digest: SHA256Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
    }

    /// Its 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: words, Array.init) }
}

extension NodeHash: CustomStringConvertible {
    /// The hash that a text in base64 stands for; nil when it stands for none.
    public init?(base64 text: String) {
        guard let bytes = Base64.bytes(text) else { return nil }
        self.init(bytes)
    }

    /// Its bytes in base64, as checkpoints and proofs write them.
    public var description: String { Base64.text(bytes) }
}

extension NodeHash {
    /// The root over a row of neighbouring nodes of one height: they are joined in pairs, and a last one without
    /// a partner moves up as it is. Of nothing, the root of the empty tree.
    static func root(over nodes: some Sequence<NodeHash>) -> NodeHash {
        var row = Array(nodes)
        while row.count > 1 {
            for pair in 0..<row.count / 2 { row[pair] = NodeHash(row[2 * pair], row[2 * pair + 1]) }
            if !row.count.isMultiple(of: 2) { row[row.count / 2] = row[row.count - 1] }
            row.removeLast(row.count / 2)
        }
        return row.first ?? emptyTree
    }
}
