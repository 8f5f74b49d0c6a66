/// A log as somebody trusts it: whose signatures must stand below its checkpoints.
public struct TrustedLog: Sendable {
    /// Which log.
    public let origin: String
    /// The keys of the log; one of them must have signed. While a key is exchanged there are two.
    public let keys: [any NoteVerifier]
    /// The witnesses.
    public let witnesses: [any NoteVerifier]
    /// How many witnesses must have signed.
    public let neededWitnesses: Int

    /// A log with its keys, and as many witnesses as are to be heard.
    public init(
        origin: String, keys: [any NoteVerifier], witnesses: [any NoteVerifier] = [], neededWitnesses: Int = 0
    ) {
        self.origin = origin
        self.keys = keys
        self.witnesses = witnesses
        self.neededWitnesses = neededWitnesses
    }

    /// The checkpoint in a note.
    ///
    /// - Throws: ``LogFault`` when it is none, comes from another log, or too few have signed.
    public func checkpoint(in note: SignedNote) throws -> Checkpoint {
        let checkpoint = try Checkpoint(note.text)
        guard checkpoint.origin == origin else { throw LogFault.otherOrigin(checkpoint.origin) }
        let signers = try note.signers(among: keys + witnesses)
        guard keys.contains(where: { signers.contains($0.key) }) else { throw LogFault.unsigned }
        let count = Set(witnesses.map(\.key)).intersection(signers).count
        guard count >= neededWitnesses else {
            throw LogFault.tooFewWitnesses(count, needed: neededWitnesses)
        }
        return checkpoint
    }
}
