/// Plays a log through from its first leaf and compares it with what was signed: the check of a whole copy, offline.
public struct LogReplay: Sendable {
    /// What does not fit.
    public enum Misfit: Error, Sendable, Hashable {
        /// The leaf at this place is not the one in the tile: an entry, or the tile, was changed, dropped, inserted or
        /// moved.
        case leaf(UInt64)
        /// Up to here every leaf fits its tile, and yet another tree was signed: the tiles were forged as well, at
        /// or before the end of this tree.
        case head(TreeHead)
        /// The log ends before the tree that was signed.
        case end(UInt64)
    }

    private var edge = TreeEdge()
    private var heads: ArraySlice<TreeHead>

    /// A replay against the heads of verified checkpoints, in any order.
    public init(heads: [TreeHead]) { self.heads = heads.sorted { $0.size < $1.size }[...] }

    /// How many leaves have been played.
    public var size: UInt64 { edge.size }

    /// The tree that has been played so far.
    public var head: TreeHead { edge.head }

    /// Adds heads of verified checkpoints that lie ahead, so that not all of a long log must be known at once.
    public mutating func expect(_ more: [TreeHead]) {
        heads = (heads + more).sorted { $0.size < $1.size }[...]
    }

    /// Plays the leaves of one tile: those that stand in the log now, beside those that were kept.
    ///
    /// - Returns: the tiles above the leaves that have become full, as they should have been kept.
    /// - Throws: ``Misfit``.
    @discardableResult
    public mutating func play(_ leaves: [NodeHash], kept: [NodeHash]) throws(Misfit) -> [Tile] {
        var above: [Tile] = []
        let fitting = zip(leaves, kept).prefix { $0 == $1 }.count
        var rest = leaves.prefix(fitting)
        try compare()
        while !rest.isEmpty {
            let batch = rest.prefix(heads.first.map { Int(min($0.size - edge.size, 256)) } ?? 256)
            above += edge.append(batch).filter { $0.path.isFull && $0.path.content != .hashes(level: 0) }
            rest = rest.dropFirst(batch.count)
            try compare()
        }
        guard fitting == max(leaves.count, kept.count) else { throw .leaf(edge.size) }
        return above
    }

    /// Ends the replay.
    ///
    /// - Returns: the tree that was played.
    /// - Throws: ``Misfit/end(_:)`` when a larger one was signed.
    public func finish() throws(Misfit) -> TreeHead {
        guard heads.isEmpty else { throw .end(edge.size) }
        return edge.head
    }

    /// Compares the tree so far with what was signed at its size.
    private mutating func compare() throws(Misfit) {
        while let signed = heads.first, signed.size == edge.size {
            guard signed == edge.head else { throw .head(signed) }
            heads.removeFirst()
        }
    }
}
