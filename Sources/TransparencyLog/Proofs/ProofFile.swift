/// A file that proves offline what stands in a log (C2SP tlog-proof): entry, path, and signed checkpoint.
public struct ProofFile: Sendable, Hashable {
    /// How such a file should be called at its end.
    public static let fileExtension = "tlog-proof"
    private static let header = "c2sp.org/tlog-proof@v1"

    /// The entry, so that nothing else is needed. Our journal's entries are salt and canonical JSON.
    public let entry: [UInt8]?
    /// The way from its leaf to the root.
    public let proof: InclusionProof
    /// The checkpoint of the tree, with whatever signatures there were.
    public let note: SignedNote

    /// A proof as it is handed out; the entry is left out where it must not be shown.
    public init(entry: [UInt8]?, proof: InclusionProof, note: SignedNote) {
        (self.entry, self.proof, self.note) = (entry, proof, note)
    }

    /// The proof that a file holds.
    ///
    /// - Throws: ``LogFault/malformedProof``, ``LogFault/malformedNote``.
    public init(_ text: String) throws {
        var reader = LineReader(text)
        guard reader.next() == Self.header else { throw LogFault.malformedProof }
        entry = try reader.extra()
        guard let index = reader.number(after: "index"), let hashes = reader.hashes() else {
            throw LogFault.malformedProof
        }
        proof = InclusionProof(index: index, hashes: hashes)
        note = try SignedNote(reader.rest)
    }

    /// Checks that the entry stands in the log.
    ///
    /// - Parameter leaf: the hash of an entry that the file does not hold.
    /// - Returns: the checkpoint of the tree in which it stands.
    /// - Throws: ``LogFault`` saying what does not fit.
    @discardableResult
    public func verify(_ leaf: NodeHash? = nil, trusting log: TrustedLog) throws -> Checkpoint {
        let checkpoint = try log.checkpoint(in: note)
        guard let leaf = leaf ?? entry.map({ NodeHash(leaf: $0) }) else { throw LogFault.noEntry }
        try proof.verify(leaf, in: checkpoint.head)
        return checkpoint
    }
}

extension ProofFile: CustomStringConvertible {
    /// The text of the file.
    public var description: String {
        let extra = entry.map { ["extra \(Base64.text($0))"] } ?? []
        let lines = [Self.header] + extra + ["index \(proof.index)"] + proof.hashes.map(\.description)
        return lines.joined(separator: "\n") + "\n\n" + note.description
    }
}

extension LineReader {
    /// What stands behind `extra`, when the next line is that.
    fileprivate mutating func extra() throws -> [UInt8]? {
        var ahead = self
        guard let line = ahead.next(), line.hasPrefix("extra ") else { return nil }
        guard let bytes = Base64.bytes(String(line.dropFirst(6))) else { throw LogFault.malformedProof }
        self = ahead
        return bytes
    }
}
