import Crypto

/// AES-256-GCM (NIST SP 800-38D) with nonces at random, for which a key is good 2³² times.
struct InternationalCipher: SealingCipher {
    // Overwritten by the library when it is gone.
    private let key: SymmetricKey

    init(_ secret: Secret) throws {
        key = try CipherSuite.international.key(for: "encryption", from: secret)
            .withBytes { SymmetricKey(data: $0) }
    }

    func seal(_ bytes: [UInt8], bound: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: bound)
        guard let combined = box.combined else { throw CryptographyError.unavailable("AES-GCM") }
        return Array(combined)
    }

    func open(_ sealed: [UInt8], bound: [UInt8]) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: bound))
        } catch { throw CryptographyError.notAuthentic }
    }
}

/// HMAC-SHA256.
struct InternationalAuthentication: Authentication {
    private let key: SymmetricKey

    init(_ secret: Secret) { key = secret.withBytes { SymmetricKey(data: $0) } }

    func code(_ bytes: [UInt8]) throws -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }
}
