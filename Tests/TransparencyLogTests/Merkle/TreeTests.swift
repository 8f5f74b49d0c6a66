import Foundation
import Testing

@testable import TransparencyLog

@Suite("Trees and proofs against their definition")
struct TreeTests {
    static let sizes = Array(1...20) + [64, 100, 255, 256, 257, 511, 513, 1_000]

    @Test("an empty tree has the hash of nothing, and no proofs")
    func empty() throws {
        var reader = SampleLog().reader()
        #expect(try reader.root() == .emptyTree)
        #expect(SampleLog().head == .empty)
        #expect(TreeHead.empty.root.description == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        #expect(throws: LogFault.outsideTree) { try reader.inclusionProof(of: 0) }
        #expect(throws: LogFault.outsideTree) { try reader.consistencyProof(from: 0) }
    }

    @Test("there are no proofs of what lies beyond the end")
    func beyond() {
        var reader = SampleLog(7).reader()
        #expect(throws: LogFault.outsideTree) { try reader.inclusionProof(of: 7) }
        #expect(throws: LogFault.outsideTree) { try reader.consistencyProof(from: 8) }
    }

    @Test(
        "every leaf's proof is the defined one, and holds for no other leaf and no other place",
        arguments: sizes)
    func inclusion(_ size: Int) throws {
        let (log, leaves) = (SampleLog(size), SampleLog.leaves(0..<size))
        #expect(log.head.root.bytes == Definition.root(leaves[...]))
        var reader = log.reader()
        #expect(try reader.root() == log.head.root)
        for index in Set([0, 1, size / 2, size - 2, size - 1]) where leaves.indices.contains(index) {
            let proof = try reader.inclusionProof(of: UInt64(index))
            #expect(proof.hashes.map(\.bytes) == Definition.path(index, leaves[...]))
            try proof.verify(leaves[index], in: log.head)
            for other in [index - 1, index + 1] where leaves.indices.contains(other) {
                let moved = InclusionProof(index: UInt64(other), hashes: proof.hashes)
                #expect(throws: LogFault.notIncluded) { try proof.verify(leaves[other], in: log.head) }
                #expect(throws: LogFault.notIncluded) { try moved.verify(leaves[index], in: log.head) }
            }
        }
    }

    @Test("the proof from every older tree is the defined one", arguments: sizes)
    func consistency(_ size: Int) throws {
        let (log, leaves) = (SampleLog(size), SampleLog.leaves(0..<size))
        var reader = log.reader()
        for old in Set([1, 2, size / 2, size - 1, size]) where (1...size).contains(old) {
            let proof = try reader.consistencyProof(from: UInt64(old))
            #expect(proof.hashes.map(\.bytes) == Definition.proof(old, leaves[...]))
            try proof.verify(from: SampleLog(old).head, to: log.head)
        }
    }

    @Test("trees of the largest sizes are computed with", arguments: [UInt64(1) << 63, .max - 1, .max])
    func largest(_ size: UInt64) {
        let head = TreeHead(size: size, root: .emptyTree)
        for count in [0, 1, 63, 64, 65] {
            let hashes = Array(repeating: NodeHash.emptyTree, count: count)
            for place in [0, 1, size / 2, size - 1] {
                let (proof, old) = (ConsistencyProof(hashes: hashes), TreeHead(size: place, root: .emptyTree))
                #expect(throws: LogFault.notIncluded) {
                    try InclusionProof(index: place, hashes: hashes).verify(.emptyTree, in: head)
                }
                #expect(throws: LogFault.notConsistent) { try proof.verify(from: old, to: head) }
            }
        }
    }

    @Test("an older tree is still read after it has grown")
    func history() throws {
        let log = SampleLog(700)
        for size in [UInt64(1), 255, 256, 300, 512, 699] {
            var then = log.reader(at: size)
            #expect(try then.root() == SampleLog(Int(size)).head.root)
        }
    }

    @Test(
        "a journal in which an entry was changed, dropped, inserted or moved is another one",
        arguments: ["changed", "dropped", "inserted", "moved"])
    func tampering(_ how: String) throws {
        let honest = SampleLog(600)
        var leaves = SampleLog.leaves(0..<650)
        switch how {
        case "changed": leaves[311] = NodeHash(leaf: Data("entry 311, corrected".utf8))
        case "dropped": leaves.remove(at: 311)
        case "inserted": leaves.insert(NodeHash(leaf: Data("forged".utf8)), at: 311)
        default: leaves.swapAt(311, 312)
        }
        var forged = SampleLog()
        forged.append(leaves)
        var reader = forged.reader()
        try reader.inclusionProof(of: 5).verify(leaves[5], in: forged.head)
        let proof = try reader.consistencyProof(from: honest.head.size)
        #expect(throws: LogFault.notConsistent) { try proof.verify(from: honest.head, to: forged.head) }
        #expect(throws: LogFault.notIncluded) {
            try reader.inclusionProof(of: 5).verify(leaves[5], in: honest.head)
        }
    }
}
