import COpenSSL

/// Message authentication with SM3 under one key (GB/T 15852.2, HMAC), prepared once and used from any thread.
public final class HMACSM3: @unchecked Sendable {
    /// How long a code is, in bytes.
    public static let length = 32
    // Never changed after it is made: each code starts from a copy.
    private let prepared: OpaquePointer

    /// Authentication under a key of any length.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when OpenSSL was built without SM3.
    public init(key: Secret) throws {
        let context = try made(EVP_MAC_CTX_new(Algorithms.hmac.pointer), "HMAC-SM3")
        let began = "SM3".withCString { name in
            let digest = minben_text_parameter(
                minben_parameter_digest, UnsafeMutablePointer(mutating: name))
            return key.withBytes { key in
                withParameters([digest]) {
                    EVP_MAC_init(context, key.assumingMemoryBound(to: UInt8.self).baseAddress, key.count, $0)
                }
            }
        }
        guard began == 1 else {
            EVP_MAC_CTX_free(context)
            throw CryptographyError.unavailable("HMAC-SM3")
        }
        prepared = context
    }

    // OpenSSL overwrites the key.
    deinit { EVP_MAC_CTX_free(prepared) }

    /// The code of these bytes, one after another.
    public func code(_ parts: [UInt8]...) throws -> [UInt8] {
        let context = try made(EVP_MAC_CTX_dup(prepared), "HMAC-SM3")
        defer { EVP_MAC_CTX_free(context) }
        for part in parts where !part.isEmpty {
            try require(EVP_MAC_update(context, part, part.count), "HMAC-SM3")
        }
        var code = [UInt8](repeating: 0, count: Self.length)
        var length = 0
        try require(EVP_MAC_final(context, &code, &length, code.count), "HMAC-SM3")
        return code
    }
}

/// Lends parameters as OpenSSL takes them, with the one that ends them.
func withParameters<T>(
    _ parameters: [OSSL_PARAM], _ body: (UnsafePointer<OSSL_PARAM>?) throws -> T
) rethrows -> T {
    try (parameters + [OSSL_PARAM_construct_end()]).withUnsafeBufferPointer { try body($0.baseAddress) }
}
