/// Where a tile stands, and how it is asked for: `tile/<L>/<N>[.p/<W>]` (C2SP tlog-tiles).
public struct TilePath: Sendable, Hashable {
    /// What a tile holds.
    public enum Content: Sendable, Hashable {
        /// The entries themselves.
        case entries
        /// Hashes of nodes that stand 8 times `level` above the leaves; at most 63.
        case hashes(level: Int)
    }

    /// What it holds.
    public let content: Content
    /// Its place among the tiles of its level, from 0.
    public let index: UInt64
    /// How many hashes or entries it holds: 256, or fewer at the right edge of the tree.
    public let width: Int

    /// The path of a tile.
    public init(_ content: Content, index: UInt64, width: Int = Tile.fullWidth) {
        (self.content, self.index, self.width) = (content, index, width)
    }

    /// Whether nothing is ever added to it.
    public var isFull: Bool { width == Tile.fullWidth }

    /// The tiles at the right edge of a tree that still grow, from the leaves upward. None is empty.
    public static func edge(of size: UInt64) -> [TilePath] {
        (0..<8).map { level in
            TilePath(
                .hashes(level: level), index: size >> (8 * (level + 1)),
                width: Int(size >> (8 * level) & 255))
        }
        .filter { $0.width > 0 }
    }
}

extension TilePath: CustomStringConvertible {
    /// The path that a text spells; nil when it spells none, or not in the one way there is.
    public init?(_ text: String) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.popFirst() == "tile", let content = parts.popFirst().flatMap(Content.init) else {
            return nil
        }
        var width = Tile.fullWidth
        if parts.count > 1, parts[parts.endIndex - 2].hasSuffix(".p") {
            guard let part = parts.popLast().flatMap({ Int($0) }), (1..<width).contains(part) else {
                return nil
            }
            width = part
            parts.append((parts.popLast() ?? "").dropLast(2))
        }
        guard let index = UInt64(parts.joined().filter { $0 != "x" }) else { return nil }
        self.init(content, index: index, width: width)
        guard description == text else { return nil }
    }

    /// As it stands in an address: `tile/0/x001/x234/067.p/8`.
    public var description: String {
        let digits = Array(String(index))
        let padded = Array(repeating: "0", count: (3 - digits.count % 3) % 3) + digits
        let groups = stride(from: 0, to: padded.count, by: 3).map { String(padded[$0..<$0 + 3]) }
        let place = groups.dropLast().map { "x\($0)/" }.joined() + (groups.last ?? "")
        return "tile/\(content)/\(place)" + (isFull ? "" : ".p/\(width)")
    }
}

extension TilePath.Content: CustomStringConvertible {
    init?(_ text: Substring) {
        if text == "entries" {
            self = .entries
        } else if let level = Int(text), (0...63).contains(level) {
            self = .hashes(level: level)
        } else {
            return nil
        }
    }

    /// As it stands in a path: `entries` or the level.
    public var description: String {
        switch self {
        case .entries: "entries"
        case .hashes(let level): String(level)
        }
    }
}
