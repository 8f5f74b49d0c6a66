/// Encrypts so that every change is noticed, under one key that it holds.
protocol SealingCipher: Sendable {
    /// Nonce ‖ ciphertext ‖ tag.
    ///
    /// - Parameter bound: what must be the same when it is opened, and is not in the result.
    func seal(_ bytes: [UInt8], bound: [UInt8]) throws -> [UInt8]

    /// What was sealed. Throws ``CryptographyError/notAuthentic``.
    func open(_ sealed: [UInt8], bound: [UInt8]) throws -> [UInt8]
}

/// Codes that only who has the key can make.
protocol Authentication: Sendable {
    /// The code of these bytes, 32 of them.
    func code(_ bytes: [UInt8]) throws -> [UInt8]
}

extension CipherSuite {
    func cipher(under secret: Secret) throws -> any SealingCipher {
        switch self {
        case .sm: try ShangMiCipher(secret)
        case .international: try InternationalCipher(secret)
        }
    }

    func authentication(under secret: Secret) throws -> any Authentication {
        switch self {
        case .sm: try ShangMiAuthentication(secret)
        case .international: InternationalAuthentication(secret)
        }
    }

    /// A key for one use, out of a secret that has several. Who learns it learns nothing of the others.
    func key(for use: String, from secret: Secret) throws -> Secret {
        var code = try authentication(under: secret).code(Array("minben/\(rawValue)/\(use)".utf8))
        defer { code.withUnsafeMutableBytes { Secret.erase($0) } }
        return Secret(code)
    }
}
