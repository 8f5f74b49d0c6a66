/// Makes proofs about a tree out of its tiles, fetching each of them once.
public struct TreeReader {
    /// How many leaves the tree has.
    public let size: UInt64
    private let tile: (TilePath) throws -> Tile
    private var tiles: [TilePath: Tile] = [:]

    /// A reader of the tree of that size.
    ///
    /// - Parameter tile: fetches a tile; a full one may be asked for, or a partial one of this size.
    public init(size: UInt64, tile: @escaping (TilePath) throws -> Tile) {
        (self.size, self.tile) = (size, tile)
    }

    /// The root over all leaves. Throws what fetching throws.
    public mutating func root() throws -> NodeHash { size == 0 ? .emptyTree : try hash(over: 0..<size) }

    /// The proof that the leaf at a place is in the tree.
    ///
    /// - Throws: ``LogFault/outsideTree``, and what fetching throws.
    public mutating func inclusionProof(of index: UInt64) throws -> InclusionProof {
        guard index < size else { throw LogFault.outsideTree }
        let siblings = ProofPath.inclusion(of: index, in: size)
        return InclusionProof(index: index, hashes: try hashes(over: siblings))
    }

    /// The proof that the tree grew out of the one of an older size.
    ///
    /// - Throws: ``LogFault/outsideTree`` when the older one is empty or larger, and what fetching throws.
    public mutating func consistencyProof(from old: UInt64) throws -> ConsistencyProof {
        guard old > 0, old <= size else { throw LogFault.outsideTree }
        let (trunk, siblings) = ProofPath.consistency(from: old, to: size)
        return ConsistencyProof(
            hashes: try hashes(over: trunk.lowerBound == 0 ? siblings : [trunk] + siblings))
    }

    private mutating func hashes(over ranges: [LeafRange]) throws -> [NodeHash] {
        var hashes: [NodeHash] = []
        for range in ranges { hashes.append(try hash(over: range)) }
        return hashes
    }

    private mutating func hash(over range: LeafRange) throws -> NodeHash {
        if range.isComplete { return try hash(complete: range) }
        let (left, right) = range.halves
        return NodeHash(try hash(over: left), try hash(over: right))
    }

    /// The hash of a complete node, from the nodes below it that a tile holds.
    private mutating func hash(complete range: LeafRange) throws -> NodeHash {
        let (level, height) = range.size.trailingZeroBitCount.quotientAndRemainder(dividingBy: 8)
        let first = range.lowerBound >> (8 * level)
        let offset = Int(first & 255)
        let end = offset + (1 << height)
        let hashes = try fetch(level: level, index: first >> 8).hashes
        guard hashes.count >= end else { throw LogFault.malformedTile }
        return .root(over: hashes[offset..<end])
    }

    private mutating func fetch(level: Int, index: UInt64) throws -> Tile {
        let width = Int(min(UInt64(Tile.fullWidth), (size >> (8 * level)) - (index << 8)))
        let path = TilePath(.hashes(level: level), index: index, width: width)
        if let known = tiles[path] { return known }
        let tile = try tile(path)
        tiles[path] = tile
        return tile
    }
}
