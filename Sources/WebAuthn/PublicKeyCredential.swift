/// A credential as a site keeps it.
public struct PublicKeyCredential: Sendable, Hashable {
    /// The credential's id, made by the authenticator.
    public let id: [UInt8]
    /// The public key in COSE form.
    public let publicKey: [UInt8]
    /// How often it has signed, as far as it counts; 0 when it does not.
    public let signCount: UInt32
    /// Whether the authenticator verified its holder when it was last used.
    public let isUserVerified: Bool
    /// Whether it is kept on several devices of its holder.
    public let isBackedUp: Bool

    /// A credential as it is known from before.
    public init(
        id: [UInt8], publicKey: [UInt8], signCount: UInt32, isUserVerified: Bool, isBackedUp: Bool
    ) {
        self.id = id
        self.publicKey = publicKey
        self.signCount = signCount
        self.isUserVerified = isUserVerified
        self.isBackedUp = isBackedUp
    }

    init(_ made: AttestedCredential, _ data: AuthenticatorData) {
        self.init(
            id: made.id, publicKey: made.keyBytes, signCount: data.signCount,
            isUserVerified: data.isUserVerified, isBackedUp: data.isBackedUp)
    }

    /// The same after one more use. A counter that stands at zero does not count; any other only goes up.
    func used(_ data: AuthenticatorData) throws(WebAuthnFault) -> PublicKeyCredential {
        guard data.signCount > signCount || (data.signCount == 0 && signCount == 0) else {
            throw .counterBack
        }
        return PublicKeyCredential(
            id: id, publicKey: publicKey, signCount: data.signCount, isUserVerified: data.isUserVerified,
            isBackedUp: data.isBackedUp)
    }
}
