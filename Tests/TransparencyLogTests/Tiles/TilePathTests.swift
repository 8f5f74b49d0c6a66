import Testing

@testable import TransparencyLog

@Suite("Paths of tiles")
struct TilePathTests {
    @Test(
        "a path that is not spelled in the one way there is names nothing",
        arguments: [
            "", "tile", "tile/0", "tile/0/", "tile/0/67", "tile/00/067", "tile/64/000", "tile/-1/000",
            "tile/+1/000", "tile/0/067.p/0", "tile/0/067.p/256", "tile/0/067.p/08", "tile/0/067.p",
            "tile/0/067/8",
            "tile/0/x067", "tile/0/001/067", "tile/0/x000/067", "tile/0/x1/067", "tile/0/067/", "tile/0//067",
            "/tile/0/067", "Tile/0/067", "tile/data/000", "tile/0/06x7", "tile/0/067.P/8", "tile/0/..%2f000",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
        ])
    func refused(_ text: String) {
        #expect(TilePath(text) == nil)
    }

    @Test(
        "a path is read and written in the same way",
        arguments: [
            ("tile/0/000", TilePath(.hashes(level: 0), index: 0)),
            ("tile/0/067.p/8", TilePath(.hashes(level: 0), index: 67, width: 8)),
            ("tile/5/x001/x234/067", TilePath(.hashes(level: 5), index: 1_234_067)),
            ("tile/63/x001/000.p/255", TilePath(.hashes(level: 63), index: 1_000, width: 255)),
            ("tile/entries/x001/x234/067.p/1", TilePath(.entries, index: 1_234_067, width: 1)),
            ("tile/0/x018/x446/x744/x073/x709/x551/615", TilePath(.hashes(level: 0), index: .max)),
        ])
    func readAndWritten(_ text: String, _ path: TilePath) {
        #expect(TilePath(text) == path)
        #expect(path.description == text)
    }

    // The tree of 70,000 leaves and the one of 256 are the examples of the standard.
    @Test(
        "the tiles at the edge are those that the standard names",
        arguments: [
            (0, []), (1, ["tile/0/000.p/1"]), (255, ["tile/0/000.p/255"]), (256, ["tile/1/000.p/1"]),
            (70_000, ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]),
            (65_536, ["tile/2/000.p/1"]),
        ] as [(UInt64, [String])])
    func edge(_ size: UInt64, _ paths: [String]) {
        #expect(TilePath.edge(of: size).map(\.description) == paths)
    }
}
