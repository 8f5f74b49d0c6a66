import Foundation
import Storage
import TransparencyLog

/// The journal's Merkle tree as its tiles lie in the database.
public enum JournalTree {
    /// A tile as it is kept, cut off to the width of its path; nil when so much of it is not there.
    public static func tile(_ path: TilePath, in tx: Transaction) throws -> Tile? {
        guard case .hashes(let level) = path.content, let index = Int64(exactly: path.index) else {
            return nil
        }
        let row = try tx.row(
            "SELECT hashes FROM journal_tile WHERE level = \(level) AND tile_index = \(index)")
        guard let text = try row?.text("hashes") else { return nil }
        let digits = path.width * NodeHash.byteCount * 2
        guard text.utf8.count >= digits, let bytes = Hexadecimal.bytes(String(text.prefix(digits))) else {
            return nil
        }
        return try Tile(path, bytes: Data(bytes))
    }

    /// A reader of the tree of a size, out of the tiles. Fetching throws ``LogFault/malformedTile`` where one is missing.
    public static func reader(size: UInt64, in tx: Transaction) -> TreeReader {
        TreeReader(size: size) { try required($0, in: tx) }
    }

    /// The right edge of the tree of a size. Throws ``LogFault/malformedTile`` where a tile is missing.
    static func edge(of size: UInt64, in tx: Transaction) throws -> TreeEdge {
        try TreeEdge(size: size) { try required($0, in: tx) }
    }

    /// Keeps tiles; one that has grown takes the place of what it was.
    static func keep(_ tiles: [Tile], in tx: Transaction) throws {
        for tile in tiles {
            guard case .hashes(let level) = tile.path.content else { continue }
            try tx.send(
                """
                INSERT INTO journal_tile (level, tile_index, hashes)
                VALUES (\(level), \(Int64(tile.path.index)), \(Hexadecimal.text(tile.bytes)))
                ON CONFLICT (level, tile_index) DO UPDATE SET hashes = excluded.hashes
                """)
        }
    }

    private static func required(_ path: TilePath, in tx: Transaction) throws -> Tile {
        guard let tile = try tile(path, in: tx) else { throw LogFault.malformedTile }
        return tile
    }
}
