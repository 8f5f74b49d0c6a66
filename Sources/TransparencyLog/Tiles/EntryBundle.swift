/// Up to 256 entries behind each other, each with its length in two bytes before it (C2SP tlog-tiles).
public struct EntryBundle: Sendable, Hashable {
    /// The entries, in the order of their leaves.
    public let entries: [[UInt8]]

    /// A bundle of entries.
    ///
    /// - Throws: ``LogFault/entryTooLong`` for one of more than 65,535 bytes.
    public init(_ entries: [[UInt8]]) throws {
        guard entries.allSatisfy({ $0.count <= UInt16.max }) else { throw LogFault.entryTooLong }
        self.entries = entries
    }

    /// A bundle as it was kept.
    ///
    /// - Throws: ``LogFault/malformedTile`` when it ends within an entry.
    public init(bytes: [UInt8]) throws {
        var (rest, entries) = (bytes[...], [[UInt8]]())
        while let high = rest.popFirst() {
            guard let low = rest.popFirst() else { throw LogFault.malformedTile }
            let length = Int(high) << 8 | Int(low)
            guard rest.count >= length else { throw LogFault.malformedTile }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        self.entries = entries
    }

    /// The bundle as it is served.
    public var bytes: [UInt8] {
        entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    }

    /// The hashes of its entries: the tile of leaves beside it.
    public var leaves: [NodeHash] { entries.map { NodeHash(leaf: $0) } }
}
