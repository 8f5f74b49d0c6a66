import Crypto

/// Verifies Ed25519 signatures (RFC 8032) of the text itself: type 0x01, the log's own.
public struct Ed25519Verifier: NoteVerifier {
    static let type: [UInt8] = [0x01]

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

    /// Whether the key has made this signature of the text.
    public func isValid(_ signature: [UInt8], of text: String) -> Bool {
        publicKey.isValidSignature(signature, for: Array(text.utf8))
    }
}

extension Curve25519.Signing.PublicKey {
    init(_ key: NoteKey, ofType type: [UInt8]) throws {
        guard let bytes = key.publicKey(ofType: type), let publicKey = try? Self(rawRepresentation: bytes)
        else {
            throw LogFault.malformedKey
        }
        self = publicKey
    }
}
