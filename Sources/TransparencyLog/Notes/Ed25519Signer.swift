import Crypto

/// Signs notes with an Ed25519 key: what a log signs its checkpoints with.
public struct Ed25519Signer: NoteSigner {
    /// The public half.
    public let key: NoteKey
    private let privateKey: Curve25519.Signing.PrivateKey

    /// A signer under a name, with a new key unless one is given.
    ///
    /// - Throws: ``LogFault/malformedKey`` when the name cannot be one.
    public init(name: String, privateKey: Curve25519.Signing.PrivateKey = .init()) throws {
        self.privateKey = privateKey
        key = try NoteKey(name: name, material: Ed25519Verifier.type + privateKey.publicKey.rawRepresentation)
    }

    /// The signer that a secret text spells: `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>`, as Go's tools
    /// write it.
    ///
    /// - Throws: ``LogFault/malformedKey``.
    public init(secret: String) throws {
        guard secret.hasPrefix(SecretText.prefix) else { throw LogFault.malformedKey }
        let (name, id, material) = try NoteKey.parts(of: String(secret.dropFirst(SecretText.prefix.count)))
        guard material.starts(with: Ed25519Verifier.type),
            let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: material.dropFirst())
        else { throw LogFault.malformedKey }
        try self.init(name: name, privateKey: privateKey)
        // The id is that of the public half.
        guard key.idText == id else { throw LogFault.malformedKey }
    }

    /// The secret text. Whoever has it signs in this name.
    public var secret: String {
        let material = Ed25519Verifier.type + privateKey.rawRepresentation
        return "\(SecretText.prefix)\(key.name)+\(key.idText)+\(Base64.text(material))"
    }

    /// The signature of the text. Throws what the library throws.
    public func sign(_ text: String) throws -> NoteSignature {
        NoteSignature(by: key, bytes: Array(try privateKey.signature(for: Array(text.utf8))))
    }
}
