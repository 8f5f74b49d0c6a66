import COpenSSL

extension SM2PrivateKey {
    /// The key in PEM (PKCS #8, not encrypted).
    /// - Throws: ``CryptographyError/malformed(_:)`` when it is no SM2 key, or an encrypted one.
    public init(pem: String) throws {
        let bytes = Array(pem.utf8)
        let file = try made(BIO_new_mem_buf(bytes, Int32(clamping: bytes.count)), "PEM")
        defer { BIO_free(file) }
        // Without an answer of our own OpenSSL would ask for a password on the terminal.
        let key = PEM_read_bio_PrivateKey(file, nil, { _, _, _, _ in 0 }, nil)
        guard let key else {
            ERR_clear_error()
            throw CryptographyError.malformed("SM2 私钥")
        }
        try self.init(SM2Handle(owning: key))
    }

    /// The key in PEM (PKCS #8, not encrypted). Whoever has it signs in its name.
    public func pem() throws -> String {
        try PEM.text { PEM_write_bio_PrivateKey($0, handle.key, nil, nil, 0, nil, nil) }
    }
}

extension SM2PublicKey {
    /// The key in PEM (SubjectPublicKeyInfo).
    /// - Throws: ``CryptographyError/malformed(_:)`` when it is no SM2 key.
    public init(pem: String) throws {
        let bytes = Array(pem.utf8)
        let file = try made(BIO_new_mem_buf(bytes, Int32(clamping: bytes.count)), "PEM")
        defer { BIO_free(file) }
        guard let key = PEM_read_bio_PUBKEY(file, nil, { _, _, _, _ in 0 }, nil) else {
            ERR_clear_error()
            throw CryptographyError.malformed("SM2 公钥")
        }
        try self.init(SM2Handle(owning: key))
    }

    /// The key in PEM (SubjectPublicKeyInfo).
    public func pem() throws -> String {
        try PEM.text { PEM_write_bio_PUBKEY($0, handle.key) }
    }
}

private enum PEM {
    static func text(_ write: (OpaquePointer) -> Int32) throws -> String {
        // Its memory is overwritten before it is given back.
        let file = try made(BIO_new(BIO_s_secmem()), "PEM")
        defer { BIO_free(file) }
        try require(write(file), "PEM")
        var text = [UInt8](repeating: 0, count: BIO_ctrl_pending(file))
        var length = 0
        try require(BIO_read_ex(file, &text, text.count, &length), "PEM")
        defer { OPENSSL_cleanse(&text, text.count) }
        return String(decoding: text.prefix(length), as: UTF8.self)
    }
}
