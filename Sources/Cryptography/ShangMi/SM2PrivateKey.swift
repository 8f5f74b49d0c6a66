import COpenSSL

/// An SM2 key (GB/T 32918): signs, and decrypts what was encrypted for it. Never printed.
public struct SM2PrivateKey: Sendable {
    let handle: SM2Handle
    /// The other half.
    public let publicKey: SM2PublicKey

    init(_ handle: SM2Handle) throws {
        self.handle = handle
        publicKey = try SM2PublicKey(handle)
    }

    /// A new key.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when OpenSSL was built without SM2.
    public init() throws { try self.init(SM2Handle.generate()) }

    /// The key of a scalar of 32 bytes, big end first.
    /// - Throws: ``CryptographyError/malformed(_:)`` when it is not between 1 and n - 2.
    public init(scalar: Secret) throws {
        guard scalar.count == 32 else { throw CryptographyError.wrongLength("SM2 私钥") }
        let number = try scalar.withBytes { bytes in
            try made(BN_bin2bn(bytes.assumingMemoryBound(to: UInt8.self).baseAddress, 32, nil), "SM2")
        }
        defer { BN_clear_free(number) }
        let handle = try SM2Handle(point: Self.point(of: number), scalar: number)
        let context = try handle.context()
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_private_check(context) == 1 else {
            ERR_clear_error()
            throw CryptographyError.malformed("SM2 私钥")
        }
        try self.init(handle)
    }

    private static func point(of scalar: OpaquePointer) throws -> [UInt8] {
        let group = try made(EC_GROUP_new_by_curve_name(NID_sm2), "SM2")
        defer { EC_GROUP_free(group) }
        let point = try made(EC_POINT_new(group), "SM2")
        defer { EC_POINT_free(point) }
        try require(EC_POINT_mul(group, point, scalar, nil, nil, nil), "SM2")
        var bytes = [UInt8](repeating: 0, count: SM2PublicKey.length)
        let length = EC_POINT_point2oct(
            group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        guard length == bytes.count else { throw CryptographyError.malformed("SM2 私钥") }
        return bytes
    }

    /// Signs the SM3 hash of identity, key and message. Two signatures of the same message differ.
    public func sign(
        _ message: [UInt8], identity: [UInt8] = SM2PublicKey.defaultIdentity
    ) throws -> SM2Signature {
        let der = try SM2Digest.using(handle, identity: identity) { context in
            try require(EVP_DigestSignInit(context, nil, Algorithms.sm3.pointer, nil, handle.key), "SM2")
            var length = 0
            try require(EVP_DigestSign(context, nil, &length, message, message.count), "SM2")
            var der = [UInt8](repeating: 0, count: length)
            try require(EVP_DigestSign(context, &der, &length, message, message.count), "SM2")
            return Array(der.prefix(length))
        }
        return try SM2Signature(der: der)
    }

    /// Decrypts the ASN.1 of GB/T 35276.
    /// - Throws: ``CryptographyError/notAuthentic`` when it was changed, or made for another key.
    public func decrypt(_ bytes: [UInt8]) throws -> [UInt8] {
        let context = try handle.context()
        defer { EVP_PKEY_CTX_free(context) }
        try require(EVP_PKEY_decrypt_init(context), "SM2")
        var length = 0
        guard EVP_PKEY_decrypt(context, nil, &length, bytes, bytes.count) == 1 else {
            ERR_clear_error()
            throw CryptographyError.notAuthentic
        }
        var output = [UInt8](repeating: 0, count: length)
        guard EVP_PKEY_decrypt(context, &output, &length, bytes, bytes.count) == 1 else {
            ERR_clear_error()
            throw CryptographyError.notAuthentic
        }
        output.removeLast(output.count - length)
        return output
    }
}

extension SM2PrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the key.
    public var description: String { "（SM2 私钥）" }
    /// Nothing of the key.
    public var debugDescription: String { description }
    /// Nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
