/// Verifies the signatures of one key. Each type of key has its own; an SM2 key stands beside an Ed25519 one by
/// being another.
public protocol NoteVerifier: Sendable {
    /// Whose signatures it verifies.
    var key: NoteKey { get }

    /// Whether the key has made this signature of the text.
    func isValid(_ signature: [UInt8], of text: String) -> Bool
}

/// Signs notes with one key.
public protocol NoteSigner: Sendable {
    /// The public half.
    var key: NoteKey { get }

    /// The signature of the text. Throws what signing throws.
    func sign(_ text: String) throws -> NoteSignature
}

extension NoteKey {
    /// The verifier of a key of the two types that every log and witness speaks, or of our own with SM2.
    ///
    /// - Throws: ``LogFault/unknownKeyType``, ``LogFault/malformedKey``.
    public func verifier() throws -> any NoteVerifier {
        if publicKey(ofType: Ed25519Verifier.type) != nil { return try Ed25519Verifier(self) }
        if publicKey(ofType: CosignatureVerifier.type) != nil { return try CosignatureVerifier(self) }
        if publicKey(ofType: SM2Verifier.type) != nil { return try SM2Verifier(self) }
        throw LogFault.unknownKeyType
    }
}
