import Storage
import TransparencyLog

extension JournalAudit {
    /// What belongs to one tile of leaves, as one snapshot of the database has it.
    struct Page: Sendable {
        /// The first place of the tile.
        let start: UInt64
        /// The entries at these places, in order.
        let entries: [StoredEntry]
        /// What the tile says that their leaves are.
        let kept: [NodeHash]
        /// The checkpoints of trees that end in this tile.
        let claims: [StoredCheckpoint.Claim]
        /// Erased entries of which an entry tells.
        let explained: Set<Int64>
        /// What the database holds beyond the tree; read with the last page.
        let ending: Ending?

        var isLast: Bool { ending != nil }

        init(at index: UInt64, in tx: Transaction) throws {
            let width = UInt64(Tile.fullWidth)
            let (first, last) = (index * width, (index + 1) * width)
            start = first
            entries = try tx.rows(
                """
                SELECT * FROM journal_entry WHERE leaf_index >= \(Int64(first)) AND leaf_index < \(Int64(last))
                ORDER BY leaf_index
                """
            ).map(StoredEntry.init)
            kept = try Self.kept(index, in: tx)
            claims = try StoredCheckpoint.claims(first, last, in: tx)
            explained = try Erasure.explained(entries, in: tx)
            let isFull = entries.count == Tile.fullWidth && kept.count == Tile.fullWidth
            ending = isFull ? nil : try Ending(after: first + UInt64(entries.count), in: tx)
        }

        /// As wide as the row is: a partial tile is the beginning of a full one.
        private static func kept(_ index: UInt64, in tx: Transaction) throws -> [NodeHash] {
            let row = try tx.row(
                "SELECT hashes FROM journal_tile WHERE level = 0 AND tile_index = \(Int64(index))")
            let width = try (row?.text("hashes").utf8.count ?? 0) / (2 * NodeHash.byteCount)
            guard width > 0 else { return [] }
            let path = TilePath(.hashes(level: 0), index: index, width: width)
            return try JournalTree.tile(path, in: tx)?.hashes ?? []
        }
    }

    /// What stands at and behind the end of the tree.
    struct Ending: Sendable {
        /// A place that an entry claims outside the tree.
        let beyond: Int64?
        /// The newest checkpoint.
        let newest: StoredCheckpoint.Claim?
        /// The tree as its edge makes it; nil when the tiles of the edge are not there.
        let head: TreeHead?

        init(after size: UInt64, in tx: Transaction) throws {
            let row = try tx.row(
                """
                SELECT leaf_index FROM journal_entry WHERE leaf_index >= \(Int64(size))
                ORDER BY leaf_index LIMIT 1
                """)
            let below = try tx.row(
                "SELECT leaf_index FROM journal_entry WHERE leaf_index < 0 ORDER BY leaf_index LIMIT 1")
            beyond = try (row ?? below)?.id("leaf_index")
            newest = try StoredCheckpoint.newestClaim(in: tx)
            head = try? JournalTree.edge(of: size, in: tx).head
        }
    }
}
