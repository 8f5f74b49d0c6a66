import Foundation
import Testing

@testable import TransparencyLog

@Suite("Playing a whole log through")
struct LogReplayTests {
    static let heads = [SampleLog(700).head, .empty, SampleLog(300).head]

    /// Plays leaves beside the tiles that were kept.
    private func replay(_ leaves: [NodeHash], kept: [NodeHash], heads: [TreeHead] = heads) throws -> TreeHead
    {
        var replay = LogReplay(heads: heads)
        for start in stride(from: 0, to: max(leaves.count, kept.count), by: Tile.fullWidth) {
            try replay.play(
                Array(leaves.dropFirst(start).prefix(Tile.fullWidth)),
                kept: Array(kept.dropFirst(start).prefix(Tile.fullWidth)))
        }
        return try replay.finish()
    }

    private func tampered(_ how: String) -> [NodeHash] {
        var leaves = SampleLog.leaves(0..<700)
        switch how {
        case "changed": leaves[311] = NodeHash(leaf: Data("entry 311, corrected".utf8))
        case "dropped": leaves.remove(at: 311)
        case "inserted": leaves.insert(NodeHash(leaf: Data("forged".utf8)), at: 311)
        case "moved": leaves.swapAt(311, 650)
        default: leaves.removeLast()
        }
        return leaves
    }

    @Test(
        "the first entry that does not fit is named",
        arguments: [("changed", 311), ("dropped", 311), ("inserted", 311), ("moved", 311), ("cut off", 699)])
    func tampering(_ how: String, _ first: UInt64) throws {
        #expect(throws: LogReplay.Misfit.leaf(first)) {
            try replay(tampered(how), kept: SampleLog.leaves(0..<700))
        }
    }

    @Test(
        "tiles that were forged with the entries are another tree than was signed",
        arguments: ["changed", "moved"])
    func forgedTiles(_ how: String) throws {
        #expect(throws: LogReplay.Misfit.head(SampleLog(700).head)) {
            try replay(tampered(how), kept: tampered(how))
        }
    }

    @Test("a log that ends before what was signed is not whole")
    func cutOff() {
        #expect(throws: LogReplay.Misfit.end(699)) {
            try replay(tampered("cut off"), kept: tampered("cut off"))
        }
        #expect(throws: LogReplay.Misfit.end(0)) { try replay([], kept: [], heads: [SampleLog(1).head]) }
    }

    @Test("a log that fits is told with its tree", arguments: [700, 701, 1_024])
    func fits(_ size: Int) throws {
        let leaves = SampleLog.leaves(0..<size)
        #expect(try replay(leaves, kept: leaves) == SampleLog(size).head)
    }
}
