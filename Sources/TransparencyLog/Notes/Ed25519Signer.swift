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
        guard secret.hasPrefix(Self.prefix) else { throw LogFault.malformedKey }
        // It has the form of a verifier key, with the id of the public half.
        let parts = secret.dropFirst(Self.prefix.count).split(separator: "+", maxSplits: 2).map(String.init)
        guard parts.count == 3, let material = Base64.bytes(parts[2]),
            material.starts(with: Ed25519Verifier.type),
            let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: material.dropFirst())
        else { throw LogFault.malformedKey }
        try self.init(name: parts[0], privateKey: privateKey)
        guard key.idText == parts[1].lowercased() else { throw LogFault.malformedKey }
    }

    /// The secret text. Whoever has it signs in this name.
    public var secret: String {
        let material = Ed25519Verifier.type + privateKey.rawRepresentation
        return "\(Self.prefix)\(key.name)+\(key.idText)+\(Base64.text(material))"
    }

    /// The signature of the text. Throws what the library throws.
    public func sign(_ text: String) throws -> NoteSignature {
        NoteSignature(by: key, bytes: Array(try privateKey.signature(for: Array(text.utf8))))
    }

    private static let prefix = "PRIVATE+KEY+"
}
