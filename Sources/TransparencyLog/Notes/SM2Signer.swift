import Cryptography

/// Signs notes with an SM2 key, for readers who must rely on the algorithms of the State (密码法 art. 27): the twin of
/// an Ed25519 signature under the same text.
public struct SM2Signer: NoteSigner {
    /// The public half.
    public let key: NoteKey
    private let privateKey: SM2PrivateKey

    /// A signer under a name.
    ///
    /// - Throws: ``LogFault/malformedKey`` when the name cannot be one.
    public init(name: String, privateKey: SM2PrivateKey) throws {
        self.privateKey = privateKey
        key = try NoteKey(name: name, material: SM2Verifier.type + privateKey.publicKey.point)
    }

    /// The signature of the text under the identity that GB/T 35276 takes for granted: r ‖ s. Throws what the library
    /// throws.
    public func sign(_ text: String) throws -> NoteSignature {
        NoteSignature(by: key, bytes: try privateKey.sign(Array(text.utf8)).bytes)
    }
}

/// Verifies what ``SM2Signer`` signs: type 0xff ‖ `minben/sm2-sm3`, then the point of the curve, uncompressed.
public struct SM2Verifier: NoteVerifier {
    static let type: [UInt8] = [0xff] + Array("minben/sm2-sm3".utf8)

    /// Whose signatures it verifies.
    public let key: NoteKey
    private let publicKey: SM2PublicKey

    /// The verifier of a key.
    ///
    /// - Throws: ``LogFault/malformedKey`` when it is of another type or no point of the curve.
    public init(_ key: NoteKey) throws {
        guard let point = key.publicKey(ofType: Self.type), let publicKey = try? SM2PublicKey(point: point)
        else { throw LogFault.malformedKey }
        (self.key, self.publicKey) = (key, publicKey)
    }

    /// Whether the key has made this signature of the text.
    public func isValid(_ signature: [UInt8], of text: String) -> Bool {
        guard let signature = try? SM2Signature(bytes: signature) else { return false }
        return (try? publicKey.isValid(signature, of: Array(text.utf8))) ?? false
    }
}
