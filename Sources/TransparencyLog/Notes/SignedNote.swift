/// A text with the signatures below it (C2SP signed-note). The text means nothing until they have been verified.
public struct SignedNote: Sendable, Hashable {
    /// How many signatures a note may have.
    public static let signatureLimit = 100

    /// What is signed; it ends with a newline.
    public let text: String
    /// Who has signed, in order.
    public private(set) var signatures: [NoteSignature] = []

    /// A text that nobody has signed yet.
    ///
    /// - Throws: ``LogFault/malformedNote`` when it does not end with a newline or has control characters in it.
    public init(text: String) throws {
        let controls = text.utf8.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") }
        guard text.utf8.last == UInt8(ascii: "\n"), !controls else { throw LogFault.malformedNote }
        self.text = text
    }

    /// The note that is written so.
    ///
    /// - Throws: ``LogFault/malformedNote``.
    public init(_ note: String) throws {
        let bytes = Array(note.utf8)
        // The last empty line parts the signatures from the text, which may have empty lines of its own.
        let newline = UInt8(ascii: "\n")
        guard
            let gap = bytes.indices.dropFirst().last(where: {
                bytes[$0] == newline && bytes[$0 - 1] == newline
            })
        else { throw LogFault.malformedNote }
        try self.init(text: String(decoding: bytes[..<gap], as: UTF8.self))
        try add(lines: String(decoding: bytes[(gap + 1)...], as: UTF8.self))
        guard !signatures.isEmpty else { throw LogFault.malformedNote }
    }

    /// Adds a signature, such as one that a witness has given.
    public mutating func add(_ signature: NoteSignature) { signatures.append(signature) }

    /// Adds signatures as lines, as a witness answers with them.
    ///
    /// - Throws: ``LogFault/malformedNote``; the note may then have some of them.
    public mutating func add(lines: String) throws {
        var reader = LineReader(lines)
        while let line = reader.next() {
            guard signatures.count < Self.signatureLimit, let signature = NoteSignature(line: line) else {
                throw LogFault.malformedNote
            }
            add(signature)
        }
        guard reader.rest.isEmpty else { throw LogFault.malformedNote }
    }

    /// Whose signatures are right, of those who are known. Signatures of others are passed over.
    ///
    /// - Throws: ``LogFault/wrongSignature(_:)`` when one is wrong, ``LogFault/unsigned`` when there is none.
    public func signers(among verifiers: [any NoteVerifier]) throws -> Set<NoteKey> {
        var signers: Set<NoteKey> = []
        for signature in signatures {
            let verifier = verifiers.first { ($0.key.name, $0.key.id) == (signature.name, signature.keyID) }
            guard let verifier else { continue }
            guard verifier.isValid(signature.bytes, of: text) else {
                throw LogFault.wrongSignature(signature.name)
            }
            signers.insert(verifier.key)
        }
        guard !signers.isEmpty else { throw LogFault.unsigned }
        return signers
    }
}

extension SignedNote: CustomStringConvertible {
    /// The note as it is written: the text, an empty line, the signatures.
    public var description: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }
}
