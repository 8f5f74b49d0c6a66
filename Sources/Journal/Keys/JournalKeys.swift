import TransparencyLog

/// The keys of the journal's log as one node holds them: those it signs with, and those it believes.
///
/// The origin of the log is the name of its first key, and never changes; keys may. Verifier keys of an earlier
/// origin may stand behind: what they signed is continued under the present one.
public struct JournalKeys: Sendable {
    /// Signs checkpoints and receipts; empty on a node that only verifies.
    public let signers: [any NoteSigner]
    /// Whose checkpoints are ours.
    public let verifiers: [any NoteVerifier]
    /// The name of the log.
    public let origin: String

    /// Keys in the order of their file. Throws ``LogFault/malformedKey`` when there is none.
    public init(signers: [any NoteSigner], verifiers: [any NoteVerifier]) throws {
        guard let first = signers.first?.key ?? verifiers.first?.key else { throw LogFault.malformedKey }
        origin = first.name
        self.signers = signers.filter { $0.key.name == first.name }
        self.verifiers = verifiers
    }

    /// The keys that a text spells, one a line: a secret (`PRIVATE+KEY+…`) or a verifier key. Empty lines and lines
    /// that begin with `#` say nothing.
    ///
    /// - Throws: ``LogFault/malformedKey``, ``LogFault/unknownKeyType``.
    public init(_ text: String) throws {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(String.init)
        let signers = try lines.filter(\.isSecret).map(Ed25519Signer.init(secret:))
        let names = try lines.map { line in
            line.isSecret ? try Ed25519Signer(secret: line).key : try NoteKey(line)
        }
        let ours = signers.filter { $0.key.name == names.first?.name }
        try self.init(signers: ours, verifiers: try names.map { try $0.verifier() })
        guard names.first?.name == origin else { throw LogFault.malformedKey }
    }

    /// The log as somebody trusts it who believes these keys.
    public var log: TrustedLog { trusted(origin) }

    /// The checkpoint in a note of ours.
    ///
    /// - Throws: ``LogFault`` when it is none, comes from another log, or none of our keys has signed it.
    public func checkpoint(in note: SignedNote) throws -> Checkpoint {
        let claimed = try Checkpoint(note.text).origin
        let isKnown = verifiers.contains { $0.key.name == claimed }
        return try trusted(isKnown ? claimed : origin).checkpoint(in: note)
    }

    private func trusted(_ origin: String) -> TrustedLog {
        TrustedLog(origin: origin, keys: verifiers.filter { $0.key.name == origin })
    }
}

extension String {
    fileprivate var isSecret: Bool { hasPrefix(SecretText.prefix) }
}
