import COpenSSL

/// A key of the curve SM2 as OpenSSL holds it. It is not changed after it is made.
final class SM2Handle: @unchecked Sendable {
    let key: OpaquePointer

    init(owning key: OpaquePointer) throws {
        self.key = key
        guard EVP_PKEY_is_a(key, "SM2") == 1 else { throw CryptographyError.malformed("SM2 密钥") }
    }

    // OpenSSL overwrites what is secret.
    deinit { EVP_PKEY_free(key) }

    /// A new pair.
    static func generate() throws -> SM2Handle {
        let context = try made(EVP_PKEY_CTX_new_from_name(nil, "SM2", nil), "SM2")
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        try require(EVP_PKEY_keygen_init(context), "SM2")
        try require(EVP_PKEY_generate(context, &key), "SM2")
        return try SM2Handle(owning: made(key, "SM2"))
    }

    /// The key of a point, and of a scalar when there is one.
    convenience init(point: [UInt8], scalar: OpaquePointer? = nil) throws {
        let parameters = try Self.parameters(point, scalar)
        defer { OSSL_PARAM_free(parameters) }
        let context = try made(EVP_PKEY_CTX_new_from_name(nil, "SM2", nil), "SM2")
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        let selection = scalar == nil ? minben_public_key : minben_key_pair
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, selection, parameters) == 1, let key
        else {
            ERR_clear_error()
            throw CryptographyError.malformed("SM2 密钥")
        }
        try self.init(owning: key)
    }

    private static func parameters(
        _ point: [UInt8], _ scalar: OpaquePointer?
    ) throws -> UnsafeMutablePointer<OSSL_PARAM> {
        let builder = try made(OSSL_PARAM_BLD_new(), "SM2")
        defer { OSSL_PARAM_BLD_free(builder) }
        // The builder keeps where things lie and copies them at the end: until then they must stay there.
        return try point.withUnsafeBytes { point in
            try require(
                OSSL_PARAM_BLD_push_utf8_string(builder, minben_parameter_group, minben_group_sm2, 0), "SM2")
            try require(
                OSSL_PARAM_BLD_push_octet_string(
                    builder, minben_parameter_public_key, point.baseAddress, point.count), "SM2")
            if let scalar {
                try require(OSSL_PARAM_BLD_push_BN(builder, minben_parameter_private_key, scalar), "SM2")
            }
            guard let parameters = OSSL_PARAM_BLD_to_param(builder) else {
                throw CryptographyError.unavailable("SM2")
            }
            return parameters
        }
    }

    /// The public point, uncompressed: 0x04 ‖ x ‖ y.
    func point() throws -> [UInt8] {
        var point = [UInt8](repeating: 0, count: SM2PublicKey.length)
        var length = 0
        try require(
            EVP_PKEY_get_octet_string_param(key, minben_parameter_public_key, &point, point.count, &length),
            "SM2")
        guard length == point.count, point.first == 4 else { throw CryptographyError.malformed("SM2 公钥") }
        return point
    }

    /// A context for one operation with the key.
    func context() throws -> OpaquePointer {
        try made(EVP_PKEY_CTX_new_from_pkey(nil, key, nil), "SM2")
    }
}
