import Crypto

/// The secret of a witness, from which its ``Cosigner`` of each moment is made.
public struct CosignerKey: Sendable {
    /// The public half.
    public let key: NoteKey
    private let privateKey: Curve25519.Signing.PrivateKey

    /// A witness under a name, with a new key unless one is given.
    ///
    /// - Throws: ``LogFault/malformedKey`` when the name cannot be one.
    public init(name: String, privateKey: Curve25519.Signing.PrivateKey = .init()) throws {
        self.privateKey = privateKey
        key = try NoteKey(
            name: name, material: CosignatureVerifier.type + privateKey.publicKey.rawRepresentation)
    }

    /// The key that a secret text spells, in the form of ``Ed25519Signer/init(secret:)`` with the type of
    /// cosignatures.
    ///
    /// - Throws: ``LogFault/malformedKey``.
    public init(secret: String) throws {
        guard secret.hasPrefix(SecretText.prefix) else { throw LogFault.malformedKey }
        let (name, id, material) = try NoteKey.parts(of: String(secret.dropFirst(SecretText.prefix.count)))
        guard material.starts(with: CosignatureVerifier.type),
            let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: material.dropFirst())
        else { throw LogFault.malformedKey }
        try self.init(name: name, privateKey: privateKey)
        guard key.idText == id else { throw LogFault.malformedKey }
    }

    /// The secret text. Whoever has it cosigns in this name.
    public var secret: String {
        let material = CosignatureVerifier.type + privateKey.rawRepresentation
        return "\(SecretText.prefix)\(key.name)+\(key.idText)+\(Base64.text(material))"
    }

    /// The witness as it signs at a time in seconds since 1970.
    ///
    /// - Throws: ``LogFault/malformedKey``, never with a name that was one.
    public func cosigner(atSeconds seconds: Int64) throws -> Cosigner {
        try Cosigner(name: key.name, privateKey: privateKey, atSeconds: seconds)
    }
}

/// How secret keys begin as text.
public enum SecretText {
    /// What stands before name, id and seed.
    public static let prefix = "PRIVATE+KEY+"
}
