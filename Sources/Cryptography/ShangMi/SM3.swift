import COpenSSL

/// The hash SM3 (GB/T 32905-2016), 32 bytes, of bytes that come one after another.
public struct SM3: ~Copyable {
    /// How long a hash is, in bytes.
    public static let length = 32
    private let context: OpaquePointer

    /// A hash of nothing yet.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when OpenSSL was built without SM3.
    public init() throws {
        context = try Self.begun()
    }

    private static func begun() throws -> OpaquePointer {
        let context = try made(EVP_MD_CTX_new(), "SM3")
        guard EVP_DigestInit_ex2(context, Algorithms.sm3.pointer, nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw CryptographyError.unavailable("SM3")
        }
        return context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes further bytes in.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws {
        guard !bytes.isEmpty else { return }
        try require(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count), "SM3")
    }

    /// The hash of what was taken in.
    public consuming func finish() throws -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Self.length)
        try require(EVP_DigestFinal_ex(context, &hash, nil), "SM3")
        return hash
    }

    /// The hash of these bytes.
    public static func hash(_ bytes: [UInt8]) throws -> [UInt8] {
        var hash = try SM3()
        try bytes.withUnsafeBytes { try hash.update($0) }
        return try hash.finish()
    }
}
