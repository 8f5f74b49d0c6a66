/// What a log vouches for: the head of its tree (C2SP tlog-checkpoint).
public struct Checkpoint: Sendable, Hashable {
    /// Which log: an address without scheme, as a rule the name of the key that signs.
    public let origin: String
    /// The tree.
    public let head: TreeHead
    /// Further lines. The standard advises against them: nobody can check what they say.
    public let extensions: [String]

    /// A checkpoint of a log.
    public init(origin: String, head: TreeHead) {
        (self.origin, self.head, extensions) = (origin, head, [])
    }

    /// The checkpoint that the text of a note spells. Its signatures must have been verified.
    ///
    /// - Throws: ``LogFault/malformedCheckpoint``.
    public init(_ text: String) throws {
        var reader = LineReader(text)
        guard let origin = reader.next(), !origin.isEmpty,
            let size = reader.next().flatMap(UInt64.init(canonical:)),
            let root = reader.next().flatMap(NodeHash.init(base64:))
        else { throw LogFault.malformedCheckpoint }
        var extensions: [String] = []
        while let line = reader.next() { extensions.append(line) }
        guard reader.rest.isEmpty, !extensions.contains("") else { throw LogFault.malformedCheckpoint }
        self.origin = origin
        self.head = TreeHead(size: size, root: root)
        self.extensions = extensions
    }

    /// The text to be signed.
    public var text: String {
        ([origin, String(head.size), head.root.description] + extensions).map { $0 + "\n" }.joined()
    }

    /// The checkpoint with the signatures of these keys.
    ///
    /// - Throws: ``LogFault/malformedNote`` when the origin has control characters in it, and what signing throws.
    public func signed(by signers: [any NoteSigner]) throws -> SignedNote {
        var note = try SignedNote(text: text)
        for signer in signers { note.add(try signer.sign(note.text)) }
        return note
    }
}
