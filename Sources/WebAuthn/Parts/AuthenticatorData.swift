/// What the authenticator says of itself and of the moment (Web Authentication Level 2, section 6.1).
struct AuthenticatorData: Sendable {
    /// The SHA-256 of the relying party's id.
    let relyingPartyHash: [UInt8]
    /// Whether somebody touched it.
    let isUserPresent: Bool
    /// Whether it verified who.
    let isUserVerified: Bool
    /// Whether the credential may be kept on several devices.
    let isBackupEligible: Bool
    /// Whether it is.
    let isBackedUp: Bool
    /// How often the credential has signed; 0 when it does not count.
    let signCount: UInt32
    /// The credential that has just been made.
    let attested: AttestedCredential?

    private static let headBytes = 37

    /// - Throws: ``WebAuthnFault/malformed`` unless all of the bytes are what they should be.
    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard bytes.count >= Self.headBytes else { throw .malformed }
        let flags = bytes[32]
        relyingPartyHash = Array(bytes[..<32])
        isUserPresent = flags & 0x01 != 0
        isUserVerified = flags & 0x04 != 0
        isBackupEligible = flags & 0x08 != 0
        isBackedUp = flags & 0x10 != 0
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        guard isBackupEligible || !isBackedUp else { throw .malformed }
        var rest = bytes[Self.headBytes...]
        attested = flags & 0x40 == 0 ? nil : try AttestedCredential(taking: &rest)
        if flags & 0x80 != 0 {
            guard try CBORReader.value(rest).map != nil else { throw .malformed }
            rest = []
        }
        guard rest.isEmpty else { throw .malformed }
    }
}

/// A credential as the authenticator made it (section 6.5.1).
struct AttestedCredential: Sendable {
    /// The model of the authenticator; zeros when it does not say.
    let model: [UInt8]
    /// The credential's id.
    let id: [UInt8]
    /// The public key, as it was sent.
    let keyBytes: [UInt8]
    /// The public key.
    let key: COSEKey

    /// Ids are at most this long (section 5.8.1 of Level 3).
    static let longestID = 1_023

    /// Takes it from the front of the bytes.
    init(taking bytes: inout ArraySlice<UInt8>) throws(WebAuthnFault) {
        guard bytes.count > 18 else { throw .malformed }
        let start = bytes.startIndex
        let length = Int(bytes[start + 16]) << 8 | Int(bytes[start + 17])
        guard (1...Self.longestID).contains(length), bytes.count > 18 + length else { throw .malformed }
        model = Array(bytes[start..<start + 16])
        id = Array(bytes[start + 18..<start + 18 + length])
        let rest = bytes[(start + 18 + length)...]
        var reader = try CBORReader(rest)
        key = try COSEKey(reader.next())
        keyBytes = Array(rest[rest.startIndex..<reader.position])
        bytes = rest[reader.position...]
    }
}
