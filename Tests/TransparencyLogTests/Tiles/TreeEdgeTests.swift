import Foundation
import Testing

@testable import TransparencyLog

@Suite("Appending to a tree")
struct TreeEdgeTests {
    @Test("appending nothing changes nothing")
    func nothing() {
        var edge = SampleLog(300).edge
        let before = edge
        #expect(edge.append([]).isEmpty)
        #expect(edge == before)
    }

    @Test("a tile of another length than its path says is refused")
    func malformedTile() throws {
        let path = TilePath(.hashes(level: 0), index: 0, width: 2)
        for count in [0, 32, 63, 65, 96] {
            #expect(throws: LogFault.malformedTile) { try Tile(path, bytes: Data(count: count)) }
        }
        let tile = Tile(path, SampleLog.leaves(0..<2))
        #expect(try Tile(path, bytes: tile.bytes) == tile)
        #expect(try Tile(path, bytes: (Data([7]) + tile.bytes).dropFirst()) == tile)
    }

    @Test("an edge whose tile is missing or of another width cannot be restored")
    func missingTile() {
        #expect(throws: LogFault.malformedTile) {
            try TreeEdge(size: 300) { Tile($0, SampleLog.leaves(0..<43)) }
        }
        #expect(throws: LogFault.outsideTree) {
            try TreeEdge(size: 300) { _ in throw LogFault.outsideTree }
        }
    }

    @Test("a batch yields the tiles that became full and those that grew, and no others")
    func yielded() {
        var edge = TreeEdge()
        #expect(
            edge.append(SampleLog.leaves(0..<300)).map(\.path.description) == [
                "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1",
            ])
        #expect(edge.append(SampleLog.leaves(300..<301)).map(\.path.description) == ["tile/0/001.p/45"])
        #expect(
            edge.append(SampleLog.leaves(301..<512)).map(\.path.description) == [
                "tile/0/001", "tile/1/000.p/2",
            ])
    }

    @Test("however the entries come, the tiles and the root are the same")
    func batches() {
        let leaves = SampleLog.leaves(0..<66_000)
        var (whole, cut) = (SampleLog(), SampleLog())
        whole.append(leaves)
        var (rest, sizes) = (leaves[...], [1, 255, 1, 254, 257, 3_000, 61_000, 700, 68, 464][...])
        while !rest.isEmpty {
            let batch = rest.prefix(sizes.popFirst() ?? 1)
            cut.append(Array(batch))
            rest = rest.dropFirst(batch.count)
        }
        #expect(whole.head == cut.head)
        #expect(whole.tiles == cut.tiles)
        #expect(whole.head.root.bytes == Definition.root(leaves[...]))
    }

    @Test(
        "an edge is restored from its tiles and goes on",
        arguments: [0, 1, 255, 256, 257, 65_536])
    func restored(_ size: Int) throws {
        let log = SampleLog(size)
        var edge = try TreeEdge(size: log.edge.size) { path in
            try #require(log.tiles[path].map { try Tile(path, bytes: $0.bytes) })
        }
        #expect(edge == log.edge)
        #expect(edge.head == log.head)
        _ = edge.append(SampleLog.leaves(size..<size + 300))
        #expect(edge.head == SampleLog(size + 300).head)
    }

    @Test("a bundle of entries hashes to the tile of its leaves, and is read back")
    func bundles() throws {
        let entries = [Data("entry 0"), Data("entry 1"), Data()].map(Array.init)
        let bundle = try EntryBundle(entries)
        #expect(try EntryBundle(bytes: bundle.bytes) == bundle)
        #expect(bundle.bytes.prefix(4) == [0, 7, 0x65, 0x6E])
        #expect(Array(bundle.leaves.prefix(2)) == SampleLog.leaves(0..<2))
        #expect(throws: LogFault.malformedTile) { try EntryBundle(bytes: [0]) }
        #expect(throws: LogFault.malformedTile) { try EntryBundle(bytes: Array(bundle.bytes.dropLast(3))) }
        #expect(throws: LogFault.entryTooLong) { try EntryBundle([Array(repeating: 0, count: 65_536)]) }
    }
}

extension Data {
    fileprivate init(_ text: String) { self.init(text.utf8) }
}
