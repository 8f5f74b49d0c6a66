import Crypto
import Foundation
import Testing

@testable import TransparencyLog

@Suite("Proof vectors of transparency-dev/merkle")
struct VectorTests {
    /// One proof that must be taken or refused.
    struct Vector: Decodable, CustomTestStringConvertible {
        let leafIdx: UInt64?, treeSize: UInt64?, root: Data?, leafHash: Data?
        let size1: UInt64?, size2: UInt64?, root1: Data?, root2: Data?
        let proof: [Data]?
        let desc: String
        let wantErr: Bool

        var testDescription: String { desc }
    }

    static let inclusions = vectors("inclusion")
    static let consistencies = vectors("consistency")

    @Test("all of them are there, and most of them are to be refused")
    func complete() {
        let all = Self.inclusions + Self.consistencies
        #expect(all.count == 196)
        #expect(all.count { $0.wantErr } == 184)
    }

    @Test("a leaf is in the tree or not", arguments: inclusions)
    func inclusion(_ vector: Vector) throws {
        let (index, size) = (try #require(vector.leafIdx), try #require(vector.treeSize))
        let isTaken = isTaken {
            let proof = InclusionProof(index: index, hashes: try (vector.proof ?? []).map(hash))
            try proof.verify(hash(vector.leafHash), in: TreeHead(size: size, root: hash(vector.root)))
        }
        #expect(isTaken != vector.wantErr)
    }

    @Test("a tree grew out of another or not", arguments: consistencies)
    func consistency(_ vector: Vector) throws {
        let (size1, size2) = (try #require(vector.size1), try #require(vector.size2))
        let isTaken = isTaken {
            let proof = ConsistencyProof(hashes: try (vector.proof ?? []).map(hash))
            try proof.verify(
                from: TreeHead(size: size1, root: hash(vector.root1)),
                to: TreeHead(size: size2, root: hash(vector.root2)))
        }
        #expect(isTaken != vector.wantErr)
    }

    private func isTaken(_ verify: () throws -> Void) -> Bool { (try? verify()) != nil }

    // Some roots are words such as "don't care", of which only matters whether they are the same. Here they stand
    // for their own hash, so that it is the rule that refuses them and not their length.
    private func hash(_ data: Data?) throws -> NodeHash {
        guard let data, !data.isEmpty, let hash = NodeHash(data) ?? NodeHash(Data(SHA256.hash(data: data)))
        else { throw LogFault.malformedProof }
        return hash
    }

    private static func vectors(_ kind: String) -> [Vector] {
        let folder = Bundle.module.url(forResource: "Fixtures/merkle-vectors/\(kind)", withExtension: nil)
        let files = folder.flatMap { FileManager.default.enumerator(at: $0, includingPropertiesForKeys: nil) }
        let urls = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "json" }
        return urls.sorted { $0.path < $1.path }.compactMap { url in
            try? JSONDecoder().decode(Vector.self, from: Data(contentsOf: url))
        }
    }
}
