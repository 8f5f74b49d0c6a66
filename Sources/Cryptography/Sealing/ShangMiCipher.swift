/// SM4-CTR, then HMAC-SM3 over everything (encrypt, then authenticate): OpenSSL 3.0 has no SM4-GCM.
///
/// The tag is the first 16 bytes of the code (GB/T 15852.2 allows to cut it).
struct ShangMiCipher: SealingCipher {
    static let nonceLength = SM4.blockLength
    static let tagLength = 16
    private let cipher: SM4
    private let authentication: HMACSM3

    init(_ secret: Secret) throws {
        let key = try CipherSuite.sm.key(for: "encryption", from: secret)
        cipher = try SM4(key: key.withBytes { Secret($0.prefix(SM4.blockLength)) })
        authentication = try HMACSM3(key: CipherSuite.sm.key(for: "authentication", from: secret))
    }

    func seal(_ bytes: [UInt8], bound: [UInt8]) throws -> [UInt8] {
        let nonce = try Randomness.bytes(Self.nonceLength)
        let body = nonce + (try cipher.countered(bytes, from: nonce))
        return body + (try tag(of: body, bound: bound))
    }

    func open(_ sealed: [UInt8], bound: [UInt8]) throws -> [UInt8] {
        guard sealed.count >= Self.nonceLength + Self.tagLength else {
            throw CryptographyError.notAuthentic
        }
        let body = Array(sealed.dropLast(Self.tagLength))
        guard ConstantTime.areEqual(try tag(of: body, bound: bound), Array(sealed.suffix(Self.tagLength)))
        else { throw CryptographyError.notAuthentic }
        return try cipher.countered(
            Array(body.dropFirst(Self.nonceLength)), from: Array(body.prefix(Self.nonceLength)))
    }

    /// The length of what is bound goes first, so that nothing can be moved across the border.
    private func tag(of body: [UInt8], bound: [UInt8]) throws -> [UInt8] {
        let length = withUnsafeBytes(of: UInt64(bound.count).bigEndian, Array.init)
        return Array(try authentication.code(length, bound, body).prefix(Self.tagLength))
    }
}

/// HMAC-SM3.
struct ShangMiAuthentication: Authentication {
    private let authentication: HMACSM3

    init(_ secret: Secret) throws { authentication = try HMACSM3(key: secret) }

    func code(_ bytes: [UInt8]) throws -> [UInt8] { try authentication.code(bytes) }
}
