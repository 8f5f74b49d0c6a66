import Crypto
import Foundation

@testable import TransparencyLog

/// A log in memory, kept as tiles alone, as a table would keep it.
struct SampleLog {
    private(set) var edge = TreeEdge()
    private(set) var tiles: [TilePath: Tile] = [:]

    /// A log of entries that count from 0, appended at once.
    init(_ size: Int = 0) { append(SampleLog.leaves(0..<size)) }

    var head: TreeHead { edge.head }

    /// A reader of the tree as it is, or as it was.
    func reader(at size: UInt64? = nil) -> TreeReader {
        TreeReader(size: size ?? edge.size) { [tiles] path in
            if let tile = tiles[path] { return tile }
            // A partial tile may be cut off the full one that took its place.
            let full = tiles.values.first { $0.path.content == path.content && $0.path.index == path.index }
            guard let full, full.path.width >= path.width else { throw LogFault.outsideTree }
            return Tile(path, Array(full.hashes.prefix(path.width)))
        }
    }

    mutating func append(_ leaves: [NodeHash]) {
        for tile in edge.append(leaves) {
            tiles = tiles.filter { $0.key.content != tile.path.content || $0.key.index != tile.path.index }
            tiles[tile.path] = tile
        }
    }

    static func leaves(_ numbers: Range<Int>) -> [NodeHash] {
        numbers.map { NodeHash(leaf: Data("entry \($0)".utf8)) }
    }
}

/// The definitions of RFC 6962 §2.1 word by word, slow and independent of what is tested.
enum Definition {
    /// MTH(D[n]) over leaf hashes.
    static func root(_ leaves: ArraySlice<NodeHash>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first?.bytes ?? Array(SHA256.hash(data: Data())) }
        let middle = leaves.startIndex + split(leaves.count)
        return Array(SHA256.hash(data: [1] + root(leaves[..<middle]) + root(leaves[middle...])))
    }

    /// PATH(m, D[n]).
    static func path(_ index: Int, _ leaves: ArraySlice<NodeHash>) -> [[UInt8]] {
        guard leaves.count > 1 else { return [] }
        let (k, start) = (split(leaves.count), leaves.startIndex)
        let (left, right) = (leaves[..<(start + k)], leaves[(start + k)...])
        return index < k ? path(index, left) + [root(right)] : path(index - k, right) + [root(left)]
    }

    /// SUBPROOF(m, D[n], b); PROOF(m, D[n]) is the one with b true.
    static func proof(_ size: Int, _ leaves: ArraySlice<NodeHash>, isWhole: Bool = true) -> [[UInt8]] {
        guard size < leaves.count else { return isWhole ? [] : [root(leaves)] }
        let (k, start) = (split(leaves.count), leaves.startIndex)
        let (left, right) = (leaves[..<(start + k)], leaves[(start + k)...])
        return size <= k
            ? proof(size, left, isWhole: isWhole) + [root(right)]
            : proof(size - k, right, isWhole: false) + [root(left)]
    }

    private static func split(_ count: Int) -> Int {
        var k = 1
        while 2 * k < count { k *= 2 }
        return k
    }
}
