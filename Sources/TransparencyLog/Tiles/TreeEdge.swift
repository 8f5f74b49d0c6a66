/// The right edge of a tree: all that is needed to append to it. It is the same as its partial tiles.
public struct TreeEdge: Sendable, Hashable {
    /// How many leaves the tree has.
    public private(set) var size: UInt64 = 0
    // For each level the hashes that do not fill a tile yet: at most 255.
    private var rows: [[NodeHash]] = []

    /// The edge of the tree without leaves.
    public init() {}

    /// The edge of a tree of that size, from its partial tiles.
    ///
    /// - Throws: ``LogFault/malformedTile`` when one has another width, and what `tile` throws.
    public init(size: UInt64, tile: (TilePath) throws -> Tile) throws {
        self.size = size
        for path in TilePath.edge(of: size) {
            guard case .hashes(let level) = path.content else { continue }
            let hashes = try tile(path).hashes
            guard hashes.count == path.width else { throw LogFault.malformedTile }
            reach(level)
            rows[level] = hashes
        }
    }

    /// The tree as it is now.
    public var head: TreeHead {
        // What stands to the right of a level's complete nodes is smaller than they are, and joins them as the last.
        var right: [NodeHash] = []
        for row in rows where !row.isEmpty || !right.isEmpty { right = [.root(over: row + right)] }
        return TreeHead(size: size, root: .root(over: right))
    }

    /// Appends leaves.
    ///
    /// - Returns: the tiles that have become full, and the tiles at the edge that have grown. A full tile takes the
    ///   place of the partial ones with its level and index.
    public mutating func append(_ leaves: some Sequence<NodeHash>) -> [Tile] {
        let before = size
        var full: [Tile] = []
        for leaf in leaves {
            add(leaf, to: 0, filling: &full)
            size += 1
        }
        let grown = TilePath.edge(of: size).filter { $0.isNew(since: before) }.compactMap { path -> Tile? in
            guard case .hashes(let level) = path.content else { return nil }
            return Tile(path, rows[level])
        }
        return full + grown
    }

    private mutating func add(_ hash: NodeHash, to level: Int, filling full: inout [Tile]) {
        reach(level)
        rows[level].append(hash)
        guard rows[level].count == Tile.fullWidth else { return }
        full.append(Tile(TilePath(.hashes(level: level), index: size >> (8 * (level + 1))), rows[level]))
        let above = NodeHash.root(over: rows[level])
        rows[level].removeAll(keepingCapacity: true)
        add(above, to: level + 1, filling: &full)
    }

    private mutating func reach(_ level: Int) {
        while rows.count <= level { rows.append([]) }
    }
}

extension TilePath {
    /// Whether a tree of that size did not have this tile at its edge.
    fileprivate func isNew(since size: UInt64) -> Bool { !TilePath.edge(of: size).contains(self) }
}
