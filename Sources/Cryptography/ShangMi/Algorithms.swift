import COpenSSL

/// The algorithms of OpenSSL that are used, looked up once: each look-up costs more than hashing a block.
enum Algorithms {
    /// OpenSSL counts references to these and changes nothing else in them.
    struct Held: @unchecked Sendable {
        let pointer: OpaquePointer?
    }

    static let sm3 = Held(pointer: EVP_MD_fetch(nil, "SM3", nil))
    static let hmac = Held(pointer: EVP_MAC_fetch(nil, "HMAC", nil))
    static let sm4CTR = Held(pointer: EVP_CIPHER_fetch(nil, "SM4-CTR", nil))
    static let sm4CBC = Held(pointer: EVP_CIPHER_fetch(nil, "SM4-CBC", nil))
    static let sm4ECB = Held(pointer: EVP_CIPHER_fetch(nil, "SM4-ECB", nil))
}

/// Passes on a pointer that OpenSSL has made, or says what could not be done.
func made(_ pointer: OpaquePointer?, _ what: String) throws -> OpaquePointer {
    guard let pointer else { throw CryptographyError.unavailable(what) }
    return pointer
}

/// Most functions of OpenSSL answer 1 when they did what they should.
func require(_ result: Int32, _ what: String) throws {
    guard result == 1 else {
        // The queue of errors is the thread's; nobody else shall find ours in it.
        ERR_clear_error()
        throw CryptographyError.unavailable(what)
    }
}
