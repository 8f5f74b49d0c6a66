import Crypto

/// Verifies what witnesses sign (C2SP tlog-cosignature, Ed25519): type 0x04, with the time before the signature.
public struct CosignatureVerifier: NoteVerifier {
    static let type: [UInt8] = [0x04]

    /// Whose signatures it verifies.
    public let key: NoteKey
    private let publicKey: Curve25519.Signing.PublicKey

    /// The verifier of a key.
    ///
    /// - Throws: ``LogFault/malformedKey`` when it is of another type or no point of the curve.
    public init(_ key: NoteKey) throws {
        self.key = key
        publicKey = try Curve25519.Signing.PublicKey(key, ofType: Self.type)
    }

    /// Whether the witness has made this cosignature of the checkpoint.
    public func isValid(_ signature: [UInt8], of text: String) -> Bool {
        guard let seconds = Cosignature.seconds(of: signature) else { return false }
        let message = Cosignature.message(text, seconds: seconds)
        return publicKey.isValidSignature(signature.dropFirst(8), for: Array(message.utf8))
    }
}
