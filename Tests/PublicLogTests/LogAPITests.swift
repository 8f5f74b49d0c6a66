import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Modules
import NIOCore
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import Journal
@testable import PublicLog

@Suite("The log as others read it")
struct LogAPITests {
    private static let root = "/api/v1/journal"

    @Test("has no checkpoint before its first entry")
    func empty() async throws {
        try await LogHouse.open().visit { client in
            let answer = try await client.get("\(Self.root)/checkpoint")
            #expect(answer.status == .notFound)
            #expect(answer.text.contains("日志还没有检查点。"))
        }
    }

    @Test(
        "has no tile that is not one, or that reaches beyond the newest checkpoint",
        arguments: [
            "tile/0/001", "tile/0/000.p/45", "tile/0/000", "tile/1/000.p/2", "tile/8/000", "tile/x/000",
            "tile/0/0", "tile/0/x000/001", "tile/00/000.p/3", "tile/entries/000.p/3", "tile/0/000.p/0",
            "tile/0/x999/x999/x999/999.p/3",
        ])
    func noTile(_ path: String) async throws {
        let house = try await LogHouse.open(entries: 44)
        try await house.visit { client in
            let answer = try await client.get("\(Self.root)/\(path)")
            #expect(answer.status == .notFound)
        }
    }

    @Test("gives out everything that a proof is made of, to be kept for a year")
    func tiles() async throws {
        let house = try await LogHouse.open(entries: 300)
        let head = try await house.head()
        try await house.visit { client in
            let note = try SignedNote(try await client.get("\(Self.root)/checkpoint").text)
            #expect(try house.keys.checkpoint(in: note).head == head)
            let full = try await client.get("\(Self.root)/tile/0/000")
            #expect(full.body.readableBytes == 256 * 32)
            #expect(full.header("Cache-Control") == "public, max-age=31536000, immutable")
            #expect(full.header("Access-Control-Allow-Origin") == "*")
            let rest = try await client.get("\(Self.root)/tile/0/001.p/44")
            let above = try await client.get("\(Self.root)/tile/1/000.p/1")
            let tiles = [
                try Tile(TilePath(.hashes(level: 0), index: 0), bytes: Data(full.body.readableBytesView)),
                try Tile(
                    TilePath(.hashes(level: 0), index: 1, width: 44), bytes: Data(rest.body.readableBytesView)
                ),
                try Tile(
                    TilePath(.hashes(level: 1), index: 0, width: 1), bytes: Data(above.body.readableBytesView)
                ),
            ]
            var reader = TreeReader(size: 300) { path in
                guard let tile = tiles.first(where: { $0.path == path }) else { throw LogFault.malformedTile }
                return tile
            }
            #expect(try reader.root() == head.root)
            #expect(try await client.get("\(Self.root)/tile/0/001.p/7").body.readableBytes == 7 * 32)
        }
    }

    @Test("proves that one checkpoint continues another, and nothing about sizes that nobody signed")
    func consistency() async throws {
        let house = try await LogHouse.open(entries: 100)
        let before = try await house.head()
        try await house.append(200)
        let after = try await house.head()
        try await house.visit { client in
            let answer = try await client.get("\(Self.root)/consistency?from=100&to=300")
            let document = try JSONDecoder().decode(Proof.self, from: Data(answer.body.readableBytesView))
            try ConsistencyProof(hashes: document.hashes.compactMap { NodeHash(base64: $0) })
                .verify(from: before, to: after)
            for query in ["from=99&to=300", "from=100&to=299"] {
                #expect(try await client.get("\(Self.root)/consistency?\(query)").status == .notFound)
            }
            for query in [
                "from=300&to=100", "from=0&to=300", "from=x&to=300", "", "from=100", "from=-1&to=9",
            ] {
                let refused = try await client.get("\(Self.root)/consistency?\(query)")
                #expect(refused.status == .unprocessableContent, "\(query)")
            }
        }
    }

    @Test("names its keys, and never a secret")
    func keys() async throws {
        let house = try await LogHouse.open(entries: 1)
        try await house.visit { client in
            let text = try await client.get("\(Self.root)/key").text
            #expect(text == house.keys.verifiers.map { "\($0.key)\n" }.joined())
            #expect(!text.contains("PRIVATE"))
        }
    }

    private struct Proof: Decodable { let hashes: [String] }
}
