import Foundation

/// Neighbouring nodes of one height, as a log keeps and serves them (C2SP tlog-tiles).
public struct Tile: Sendable, Hashable {
    /// How many hashes a full tile has.
    public static let fullWidth = 256

    /// Where it stands; its content is hashes.
    public let path: TilePath
    /// The hashes of its nodes, from left to right.
    public let hashes: [NodeHash]

    init(_ path: TilePath, _ hashes: [NodeHash]) { (self.path, self.hashes) = (path, hashes) }

    /// A tile as it was kept.
    ///
    /// - Throws: ``LogFault/malformedTile`` when there are more or fewer bytes than its path says.
    public init(_ path: TilePath, bytes: Data) throws {
        guard bytes.count == path.width * NodeHash.byteCount else { throw LogFault.malformedTile }
        self.init(path, bytes.chunks(of: NodeHash.byteCount).compactMap { NodeHash($0) })
    }

    /// Its hashes, one behind the other.
    public var bytes: Data { hashes.withUnsafeBytes { Data($0) } }
}

extension Data {
    fileprivate func chunks(of length: Int) -> [Data] {
        stride(from: startIndex, to: endIndex, by: length).map { self[$0..<$0 + length] }
    }
}
