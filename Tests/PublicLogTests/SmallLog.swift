import Journal
import Modules
import Refusals
import Storage
import TransparencyLog
import WorkingTime

/// A log of a few entries in memory.
struct SmallLog {
    let keys: JournalKeys
    let leaves: [[UInt8]]

    init(keys: JournalKeys, entries: Int, prefix: String = "entry") {
        self.keys = keys
        leaves = (0..<entries).map { Array("\(prefix) \($0)".utf8) }
    }

    static func keys(_ name: String) throws -> JournalKeys {
        let signer = try Ed25519Signer(name: name)
        return try JournalKeys(signers: [signer], verifiers: [signer.key.verifier()])
    }

    func proof(of index: Int, showing: Bool = true) throws -> String {
        var (reader, note) = try read()
        let proof = try reader.inclusionProof(of: UInt64(index))
        return ProofFile(entry: showing ? leaves[index] : nil, proof: proof, note: note).description
    }

    func submission(from old: Int, proving: Bool) throws -> String {
        var (reader, note) = try read()
        let proof = old == 0 || !proving ? nil : try reader.consistencyProof(from: UInt64(old))
        return CheckpointSubmission(
            oldSize: UInt64(old), proof: proof ?? ConsistencyProof(hashes: []), note: note
        ).description
    }

    func promise(of index: Int) throws -> String {
        try ReceiptPromise(
            origin: keys.origin, number: "A\(index)", leaf: NodeHash(leaf: leaves[index]),
            at: Instant(milliseconds: 1_795_227_840_000)
        ).signed(by: keys.signers).description
    }

    private func read() throws -> (TreeReader, SignedNote) {
        var edge = TreeEdge()
        let tiles = edge.append(leaves.map { NodeHash(leaf: $0) })
        let reader = TreeReader(size: UInt64(leaves.count)) { path in
            guard let tile = tiles.first(where: { $0.path == path }) else { throw LogFault.malformedTile }
            return tile
        }
        return (reader, try Checkpoint(origin: keys.origin, head: edge.head).signed(by: keys.signers))
    }
}
