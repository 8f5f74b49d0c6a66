/// What a log asks a witness to sign: `add-checkpoint` of C2SP tlog-witness.
public struct CheckpointSubmission: Sendable, Hashable {
    private static let hashLimit = 63

    /// The size of the tree that the log believes the witness has signed last; 0 for none.
    public let oldSize: UInt64
    /// That the new tree grew out of that one.
    public let proof: ConsistencyProof
    /// The new checkpoint, signed by the log.
    public let note: SignedNote

    /// A request for a cosignature.
    public init(oldSize: UInt64, proof: ConsistencyProof, note: SignedNote) {
        (self.oldSize, self.proof, self.note) = (oldSize, proof, note)
    }

    /// The request that a body spells.
    ///
    /// - Throws: ``LogFault/malformedSubmission``, ``LogFault/malformedNote``.
    public init(_ body: String) throws {
        var reader = LineReader(body)
        guard let oldSize = reader.number(after: "old"), let hashes = reader.hashes(),
            hashes.count <= Self.hashLimit
        else { throw LogFault.malformedSubmission }
        self.init(
            oldSize: oldSize, proof: ConsistencyProof(hashes: hashes), note: try SignedNote(reader.rest))
    }
}

extension CheckpointSubmission: CustomStringConvertible {
    /// The body of the request.
    public var description: String {
        let lines = ["old \(oldSize)"] + proof.hashes.map(\.description)
        return lines.joined(separator: "\n") + "\n\n" + note.description
    }
}
