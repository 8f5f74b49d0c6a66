import COpenSSL

/// A signature with SM2: the numbers r and s, 32 bytes each (GB/T 32918.2).
public struct SM2Signature: Sendable, Hashable {
    /// The length of r ‖ s, in bytes.
    public static let length = 64
    /// r ‖ s, big end first.
    public let bytes: [UInt8]

    /// The signature that r ‖ s spell.
    /// - Throws: ``CryptographyError/wrongLength(_:)``.
    public init(bytes: [UInt8]) throws {
        guard bytes.count == Self.length else { throw CryptographyError.wrongLength("SM2 签名") }
        self.bytes = bytes
    }

    /// The signature in the ASN.1 of GB/T 35276, as files and certificates have it.
    /// - Throws: ``CryptographyError/malformed(_:)``.
    public init(der: [UInt8]) throws {
        let signature = der.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &start, buffer.count)
        }
        guard let signature else {
            ERR_clear_error()
            throw CryptographyError.malformed("SM2 签名")
        }
        defer { ECDSA_SIG_free(signature) }
        var bytes = [UInt8](repeating: 0, count: Self.length)
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            BN_bn2binpad(ECDSA_SIG_get0_r(signature), buffer.baseAddress, 32) == 32
                && BN_bn2binpad(ECDSA_SIG_get0_s(signature), buffer.baseAddress.map { $0 + 32 }, 32) == 32
        }
        guard written else { throw CryptographyError.malformed("SM2 签名") }
        self.bytes = bytes
    }

    /// The ASN.1 of GB/T 35276.
    public func der() throws -> [UInt8] {
        let signature = try made(ECDSA_SIG_new(), "SM2")
        defer { ECDSA_SIG_free(signature) }
        let r = try made(BN_bin2bn(bytes, 32, nil), "SM2")
        let s = try bytes.withUnsafeBufferPointer {
            try made(BN_bin2bn($0.baseAddress.map { $0 + 32 }, 32, nil), "SM2")
        }
        // The signature owns both from here on.
        try require(ECDSA_SIG_set0(signature, r, s), "SM2")
        var start: UnsafeMutablePointer<UInt8>?
        let length = i2d_ECDSA_SIG(signature, &start)
        guard length > 0, let start else { throw CryptographyError.unavailable("SM2") }
        defer { CRYPTO_free(start, #fileID, #line) }
        return Array(UnsafeBufferPointer(start: start, count: Int(length)))
    }
}

/// The hash that is signed begins with identity and key, so OpenSSL must be told the identity first.
enum SM2Digest {
    static func using<T>(
        _ handle: SM2Handle, identity: [UInt8], _ body: (OpaquePointer) throws -> T
    ) throws -> T {
        guard identity.count < 8192 else { throw CryptographyError.wrongLength("SM2 签名者标识") }
        let context = try made(EVP_MD_CTX_new(), "SM2")
        defer { EVP_MD_CTX_free(context) }
        let keyContext = try handle.context()
        defer { EVP_PKEY_CTX_free(keyContext) }
        try require(EVP_PKEY_CTX_set1_id(keyContext, identity, Int32(identity.count)), "SM2")
        EVP_MD_CTX_set_pkey_ctx(context, keyContext)
        return try body(context)
    }
}
