import TransparencyLog
import WorkingTime

/// What the log promises when a case is filed: that the entry about it will have its place within a minute.
///
/// A note of five lines: `minben receipt v1`, origin, case number, leaf hash, instant. The second line is no number, so
/// it can never pass for a checkpoint.
public struct ReceiptPromise: Sendable, Hashable {
    private static let header = "minben receipt v1"

    /// Which log.
    public let origin: String
    /// The number of the case.
    public let number: String
    /// The hash of the entry that says it was filed.
    public let leaf: NodeHash
    /// When it was filed, as RFC 3339 has it.
    public let at: String

    /// A promise about a case.
    public init(origin: String, number: String, leaf: NodeHash, at: Instant) {
        (self.origin, self.number, self.leaf, self.at) = (origin, number, leaf, at.rfc3339)
    }

    /// The promise in a note. Its signatures are verified.
    ///
    /// - Throws: ``LogFault`` when it is none, or none of these keys has signed it.
    public init(_ note: SignedNote, trusting keys: JournalKeys) throws {
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 6, lines[0] == Self.header, lines[5].isEmpty,
            let leaf = NodeHash(base64: lines[3])
        else { throw LogFault.malformedNote }
        _ = try note.signers(among: keys.verifiers.filter { $0.key.name == lines[1] })
        (origin, number, self.leaf, at) = (lines[1], lines[2], leaf, lines[4])
    }

    /// The promise with the signatures of these keys. Throws what signing throws.
    public func signed(by signers: [any NoteSigner]) throws -> SignedNote {
        let lines = [Self.header, origin, number, leaf.description, at]
        var note = try SignedNote(text: lines.map { $0 + "\n" }.joined())
        for signer in signers { note.add(try signer.sign(note.text)) }
        return note
    }
}
