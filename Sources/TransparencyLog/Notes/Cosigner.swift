import Crypto

/// Signs checkpoints of other logs as their witness, as of a moment.
///
/// What is signed does not name the witness: a key must belong to one witness only, and to nothing else.
public struct Cosigner: NoteSigner {
    /// The public half.
    public let key: NoteKey
    private let privateKey: Curve25519.Signing.PrivateKey
    private let seconds: Int64

    /// A witness under a name, that signs at a time in seconds since 1970.
    ///
    /// - Throws: ``LogFault/malformedKey`` when the name cannot be one.
    public init(name: String, privateKey: Curve25519.Signing.PrivateKey, atSeconds seconds: Int64) throws {
        self.privateKey = privateKey
        self.seconds = seconds
        key = try NoteKey(
            name: name, material: CosignatureVerifier.type + privateKey.publicKey.rawRepresentation)
    }

    /// The cosignature of the checkpoint. Throws what the library throws.
    public func sign(_ text: String) throws -> NoteSignature {
        let message = Cosignature.message(text, seconds: seconds)
        let signature = try privateKey.signature(for: Array(message.utf8))
        return NoteSignature(by: key, bytes: Cosignature.bytes(of: seconds) + signature)
    }
}
