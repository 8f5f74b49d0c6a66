import COpenSSL

/// The public half of an SM2 key (GB/T 32918): verifies signatures, and encrypts for whoever has the other half.
public struct SM2PublicKey: Sendable {
    /// The length of a point, uncompressed, in bytes.
    public static let length = 65
    /// The identity of the signer when nothing else was agreed on (GB/T 35276).
    public static let defaultIdentity = Array("1234567812345678".utf8)
    let handle: SM2Handle
    /// The point of the curve: 0x04 ‖ x ‖ y.
    public let point: [UInt8]

    init(_ handle: SM2Handle) throws {
        self.handle = handle
        point = try handle.point()
    }

    /// The key at a point of the curve, uncompressed: 0x04 ‖ x ‖ y.
    /// - Throws: ``CryptographyError/malformed(_:)`` when it is no point of it.
    public init(point: [UInt8]) throws {
        guard point.count == Self.length, point.first == 4 else {
            throw CryptographyError.malformed("SM2 公钥")
        }
        try self.init(SM2Handle(point: point))
    }

    /// Whether the holder of the other half has signed the message under this identity.
    public func isValid(
        _ signature: SM2Signature, of message: [UInt8], identity: [UInt8] = Self.defaultIdentity
    ) throws -> Bool {
        let der = try signature.der()
        return try SM2Digest.using(handle, identity: identity) { context in
            try require(EVP_DigestVerifyInit(context, nil, Algorithms.sm3.pointer, nil, handle.key), "SM2")
            let result = EVP_DigestVerify(context, der, der.count, message, message.count)
            ERR_clear_error()
            return result == 1
        }
    }

    /// Encrypts for the holder of the other half: the ASN.1 of GB/T 35276 (point, SM3 hash, ciphertext).
    /// - Throws: ``CryptographyError/wrongLength(_:)`` for nothing at all, which the standard cannot encrypt.
    public func encrypt(_ bytes: [UInt8]) throws -> [UInt8] {
        guard !bytes.isEmpty else { throw CryptographyError.wrongLength("SM2 明文") }
        let context = try handle.context()
        defer { EVP_PKEY_CTX_free(context) }
        try require(EVP_PKEY_encrypt_init(context), "SM2")
        var length = 0
        try require(EVP_PKEY_encrypt(context, nil, &length, bytes, bytes.count), "SM2")
        var output = [UInt8](repeating: 0, count: length)
        try require(EVP_PKEY_encrypt(context, &output, &length, bytes, bytes.count), "SM2")
        output.removeLast(output.count - length)
        return output
    }
}

extension SM2PublicKey: Hashable {
    /// Whether both are the same point.
    public static func == (a: Self, b: Self) -> Bool { a.point == b.point }

    /// Feeds the point.
    public func hash(into hasher: inout Hasher) { hasher.combine(point) }
}
